import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { document, documentUpdate } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import type { Ctx } from "~/platform/ctx.server";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { lanesOf } from "../worker/lanes.server";
import { pushUpdate } from "./push-update.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, storedText, type World } from "../test/writing-world";
import { WorkerLane } from "../worker/worker-lane.server";

// One house for the file, so that its workers start once; every test has a text and people of its own.
const home = useDatabase({ keep: true });
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
let ctx: Ctx;
let editor: Editor;

beforeEach(async () => {
  house.database = home.database;
  world = await makeWorld(house);
  ctx = await ctxFor(house, world.writer.id);
  editor = await Editor.open(ctx, world.document.id);
});

const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const push = (update: Uint8Array, by = ctx) => codeOf(pushUpdate(by, pushOf(world.document, update)));

/** The orders that the worker gets from here on. */
function watchOrders(): string[] {
  const orders: string[] = [];
  const { ask } = WorkerLane.prototype;
  const watched = vi.spyOn(WorkerLane.prototype, "ask").mockImplementation(function (this: WorkerLane, ...given) {
    orders.push(given[0]);
    return ask.apply(this, given) as never;
  });
  onTestFinished(() => watched.mockRestore());
  return orders;
}

it("stores the strokes of a word without waking the worker for each, which knows all of them when it is asked next", async () => {
  const orders = watchOrders();
  for (const sign of "Fietsen") expect(await push(editor.type(sign))).toBe("ok");
  expect(orders.filter((kind) => kind === "examine")).toHaveLength(1);
  expect(orders).not.toContain("apply");
  // In another place, and by somebody else who read all of it.
  expect(await push(editor.make(() => editor.text.insert(3, "x")))).toBe("ok");
  const other = await ctxFor(house, world.other.id);
  const theirs = await Editor.open(other, world.document.id);
  expect(await push(theirs.make(() => theirs.text.insert(theirs.text.length - 2, "y")), other)).toBe("ok");
  expect(orders.filter((kind) => kind === "apply")).toHaveLength(1);
  expect(await storedText(house, world.document.id)).toContain("Zo xbegint het.Fietsyen");
});

it("judges in one batch what goes on in a word before the rest, in one order of the log", async () => {
  const other = await ctxFor(house, world.other.id);
  const theirs = await Editor.open(other, world.document.id);
  for (const sign of "ab") expect(await push(editor.type(sign))).toBe("ok");
  const updates = [theirs.make(() => theirs.text.insert(0, "T")), editor.type("c"), editor.make(() => editor.text.insert(1, "N")), editor.make(() => editor.text.insert(2, "O")), theirs.make(() => theirs.text.insert(1, "U"))];
  const codes = await Promise.all(updates.map((update, index) => push(update, index === 0 || index === 4 ? other : ctx)));
  expect(codes).toEqual(["ok", "ok", "ok", "ok", "ok"]);
  expect(await storedText(house, world.document.id)).toContain("TUZNOo begint het.abc");
  const rows = await house.database.db.select({ seq: documentUpdate.seq }).from(documentUpdate).where(eq(documentUpdate.documentId, world.document.id)).orderBy(asc(documentUpdate.seq));
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

it("stores nothing in the midst of a word that the database lost", async () => {
  for (const sign of "abc") expect(await push(editor.type(sign))).toBe("ok");
  const { db } = house.database;
  await db.delete(documentUpdate).where(eq(documentUpdate.documentId, world.document.id));
  await db.update(document).set({ seq: 0 }).where(eq(document.id, world.document.id));
  const next = editor.type("d");
  expect([await push(next), await push(next)]).toEqual(["retry", "gap"]);
  expect(await storedText(house, world.document.id)).not.toContain("abc");
});

it("forgets a word of a batch in which another text could not be read", async () => {
  const second = await makeWorld(house);
  expect(await push(editor.type("a"))).toBe("ok");
  const lost = editor.type("b");
  const foreign = await ctxFor(house, second.writer.id);
  const theirs = await Editor.open(foreign, second.document.id);
  // Their rights are known already; only the text itself is not read yet.
  expect(await codeOf(pushUpdate(foreign, pushOf(second.document, theirs.type("z"))))).toBe("ok");
  lanesOf(house).examine.drop(second.document.id);
  lanesOf(house).running.forget(second.document.id);
  const { db } = home.database;
  house.database = { ...home.database, db: new Proxy(db, { get: () => () => { throw new Error("away"); } }) };
  const codes = await Promise.all([push(lost), codeOf(pushUpdate(foreign, pushOf(second.document, theirs.type("q"))))]);
  house.database = home.database;
  expect(codes.every((code) => code !== "ok")).toBe(true);
  expect(await push(editor.type("c"))).toBe("gap");
  expect([await push(lost), await storedText(house, world.document.id)]).toEqual(["ok", expect.stringContaining("Zo begint het.ab")]);
});
