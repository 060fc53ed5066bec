import { beforeEach, expect, it } from "vitest";
import { useDatabase } from "#db/test/use-database";
import { useWritingHouse } from "~/features/documents/test/writing-house";
import { makeWorld, type World } from "~/features/documents/test/writing-world";
import type { LoadContext } from "~/platform/load-context.server";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { loader as read } from "./teksten.$documentId._index";
import { loader as write } from "./teksten.$documentId.schrijven";

const home = useDatabase();
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;

beforeEach(async () => {
  world = await makeWorld(house);
});

it.each([
  ["read", read],
  ["write", write],
] as const)("the words of a text travel once, as markup and not in the data of the page: to %s", async (_name, loader) => {
  const context: LoadContext = { ctx: await ctxFor(house, world.writer.id), session: null, calm: false, nonce: "", markup: new Map(), requestId: "", reads: [], setCookie: () => undefined, room: () => Promise.resolve() };
  const given = await loader({ request: new Request(`http://leerhoek.test/teksten/${world.document.id}`), params: { documentId: world.document.id }, context: context as never });
  expect(JSON.stringify(given)).toContain(world.document.title);
  expect(JSON.stringify(given)).not.toContain("Zo begint het.");
  expect([...context.markup.values()].map((draw) => draw().toString())).toEqual(['<div class="prose" lang="nl"><p>Zo begint het.</p></div>']);
});
