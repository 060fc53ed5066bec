import { beforeEach, describe, expect, it } from "vitest";
import { useDatabase } from "#db/test/use-database";
import { limits } from "~/platform/limits";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { foldDocuments, logNumber, pushUpdate, readKept } from "../index.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";

const home = useDatabase();
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
const start = new Date("2030-03-01T09:00:00Z");
const minutes = (many: number) => house.setNow(new Date(start.getTime() + many * 60_000));
type Who = "writer" | "other" | "reader" | "facilitator" | "stranger";
const as = (who: Who | null) => ctxFor(house, who && world[who].id);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const kept = async (who: Who | null = "writer", asked: { to?: number; asked?: number } = {}) => readKept(await as(who), world.document.id, { to: asked.to ?? null, asked: asked.asked ?? null });

beforeEach(async () => {
  house.setNow(start);
  world = await makeWorld(house);
});

/** Types words one after the other. @returns the number that each was acknowledged with, and its bytes. */
async function type(who: "writer" | "other", ...words: string[]) {
  const ctx = await as(who);
  const editor = await Editor.open(ctx, world.document.id);
  const stored: { seq: number; bytes: number }[] = [];
  for (const word of words) {
    const update = editor.type(word);
    stored.push({ seq: (await pushUpdate(ctx, pushOf(world.document, update))).seq, bytes: update.byteLength });
  }
  return stored;
}

it("has a row for what was acknowledged, under the number that the writer was told, with who, when and how much", async () => {
  const [first] = await type("writer", "👋 dag");
  minutes(1);
  const ctx = await as("other");
  const editor = await Editor.open(ctx, world.document.id);
  await pushUpdate(ctx, pushOf(world.document, editor.make(() => editor.text.delete(0, 3))));
  const page = await kept();
  expect([page.stored, page.folded, page.oldest, page.rows, page.newer, page.older]).toEqual([2, 0, 1, 2, null, null]);
  expect(page.edits.map(({ number, at, by, mine, characters }) => [number, at, by.name, mine, characters])).toEqual([
    [2, "2030-03-01T09:01:00.000Z", "Jef", false, { added: 0, removed: 3 }],
    [1, "2030-03-01T09:00:00.000Z", "Noor", true, { added: 6, removed: 0 }],
  ]);
  expect([page.edits[1]!.number, page.edits[1]!.bytes]).toEqual([first!.seq, first!.bytes]);
});

it("shows nobody's words", async () => {
  await type("writer", "geheimpje");
  expect(JSON.stringify(await kept("reader"))).not.toContain("geheimpje");
});

it("goes through a long log in pages, without a gap or a number twice", async () => {
  const many = limits.pageSize * 2 + 3;
  await type("writer", ...Array.from({ length: many }, (_, index) => ` ${index}`));
  const seen: number[] = [];
  for (let to: number | null | undefined = undefined; to !== null; ) {
    const page = await kept("reader", { to });
    seen.push(...page.edits.map(({ number }) => number));
    to = page.older;
  }
  expect(seen).toEqual(Array.from({ length: many }, (_, index) => many - index));
  const last = await kept("reader", { to: 3 });
  expect([last.edits.map(({ number }) => number), last.newer]).toEqual([[3, 2, 1], limits.pageSize + 3]);
});

describe("looked up by its number", () => {
  it("is there, is in the text, or is not there yet", async () => {
    await type("writer", " Een.", " Twee.");
    expect((await kept("writer", { asked: 1 })).asked).toEqual({ number: 1, state: "apart" });
    expect((await kept("writer", { asked: 1 })).edits.map(({ number }) => number)).toEqual([1]);
    expect((await kept("writer", { asked: 3 })).asked).toEqual({ number: 3, state: "not_yet" });
    minutes(5);
    await foldDocuments(house);
    expect([(await kept()).folded, (await kept()).rows]).toEqual([2, 2]);
    // A day after they were folded, their rows go.
    minutes(2 * 24 * 60);
    await foldDocuments(house);
    const page = await kept("writer", { asked: 2 });
    expect([page.stored, page.rows, page.oldest, page.edits, page.asked]).toEqual([2, 0, null, [], { number: 2, state: "folded" }]);
  });

  it("takes numbers that the log can have, and nothing else", () => {
    expect(["7", " 12 ", "2147483647"].map(logNumber)).toEqual([7, 12, 2_147_483_647]);
    expect([null, "", "0", "-1", "2147483648", "99999999999", "1e3", "een", "1.5"].map(logNumber)).toEqual(Array.from({ length: 9 }, () => null));
  });
});

it("is for who may read the text", async () => {
  await type("writer", " Iets.");
  expect([await codeOf(kept("reader")), await codeOf(kept("facilitator")), await codeOf(kept("stranger")), await codeOf(kept(null))]).toEqual(["ok", "ok", "join_group", "sign_in"]);
});
