import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { useDatabase } from "#db/test/use-database";
import { closeDocumentFeed } from "~/features/documents/document-feed.server";
import { closeLanes } from "~/features/documents/lanes.server";
import { makeWorld, type World } from "~/features/documents/test/writing-world";
import type { LoadContext } from "~/platform/load-context.server";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import { loader as read } from "./teksten.$documentId._index";
import { loader as write } from "./teksten.$documentId.schrijven";

const home = useDatabase();
let house: TestHouse;
let world: World;

beforeAll(() => {
  house = testHouse(home.database);
});
beforeEach(async () => {
  world = await makeWorld(house);
});
afterAll(async () => {
  closeDocumentFeed(house);
  await closeLanes(house);
});

it.each([
  ["read", read],
  ["write", write],
] as const)("the words of a text travel once, as markup and not in the data of the page: to %s", async (_name, loader) => {
  const context: LoadContext = { ctx: await ctxFor(house, world.writer.id), session: null, calm: false, nonce: "", markup: new Map(), requestId: "", reads: [], setCookie: () => undefined, room: () => Promise.resolve() };
  const given = await loader({ request: new Request(`http://leerhoek.test/teksten/${world.document.id}`), params: { documentId: world.document.id }, context: context as never });
  expect(JSON.stringify(given)).toContain(world.document.title);
  expect(JSON.stringify(given)).not.toContain("Zo begint het.");
  expect([...context.markup.values()].map((draw) => draw())).toEqual(['<div class="prose" lang="nl"><p>Zo begint het.</p></div>']);
});
