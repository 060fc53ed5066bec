import { eq } from "drizzle-orm";
import { beforeEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { groupMembership } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import type { Ctx } from "~/platform/ctx.server";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { bodyField } from "../content-rules";
import { newPush } from "../editor/outbox";
import { openDoc } from "../open-doc";
import { pushUpdate } from "./push-update.server";
import { insertUpdates, readCommitted } from "../queries.server";
import { isStruck } from "./strikes.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, storedText, type World } from "../test/writing-world";
import { LaneError, WorkerLane } from "../worker/worker-lane.server";
import type { Orders } from "../worker/orders";

const home = useDatabase({ keep: true });
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
let ctx: Ctx;

beforeEach(async () => {
  world = await makeWorld(house);
  ctx = await ctxFor(house, world.writer.id);
});

const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));

it("stores what came out of order behind what it leans on, and nothing of it when what is between is refused", async () => {
  const editor = await Editor.open(ctx, world.document.id);
  const other = await ctxFor(house, world.other.id);
  const theirs = await Editor.open(other, world.document.id);
  await pushUpdate(other, pushOf(world.document, theirs.type("!")));
  await house.database.db.update(groupMembership).set({ mayWrite: false }).where(eq(groupMembership.personId, world.other.id));
  const [first, second, third] = ["a", "b", "c"].map((letter) => pushOf(world.document, editor.type(letter)));
  const refused = pushOf(world.document, theirs.type("?"));
  const all = () => Promise.all([codeOf(pushUpdate(ctx, third!)), codeOf(pushUpdate(ctx, second!)), codeOf(pushUpdate(other, refused)), codeOf(pushUpdate(ctx, first!))]);
  const codes = await all();
  expect(codes[2]).toBe("forbidden");
  // What is stored has everything that it leans on, whichever of them were.
  const seen = await storedText(house, world.document.id);
  expect(["ok", "retry"]).toContain(codes[3]);
  expect(seen).not.toContain("?");
  expect(await Promise.all([third!, second!, first!].map((push) => codeOf(pushUpdate(ctx, push))))).toEqual(["ok", "ok", "ok"]);
  expect(await storedText(house, world.document.id)).toContain("abc");
  const doc = openDoc();
  const { snapshot, rows } = (await readCommitted(ctx, world.document.id))!;
  for (const update of [snapshot, ...rows.map((row) => row.update)]) {
    Y.applyUpdate(doc, update);
    expect(doc.store.pendingStructs).toBeNull();
  }
});

it("lets people go on in a text whose log has a hole, and never calls what they write forbidden", async () => {
  const lost = await Editor.open(ctx, world.document.id);
  lost.type("weg");
  await insertUpdates(ctx, [{ documentId: world.document.id, seq: 1, actorId: world.other.actorId, push: newPush(), update: lost.type("los") }], new Map());
  const editor = await Editor.open(ctx, world.document.id);
  expect(editor.doc.store.pendingStructs).not.toBeNull();
  expect(await codeOf(pushUpdate(ctx, pushOf(world.document, editor.type(" Nog iets."))))).toBe("ok");
  expect((await Editor.open(ctx, world.document.id)).doc.getXmlFragment(bodyField).toString()).toContain("Nog iets.");
});

it("judges strokes of one moment in one order, and each by itself where that took too long, at nobody's cost", async () => {
  const ask = WorkerLane.prototype.ask;
  let exceeds = false;
  const orders: number[] = [];
  const spy = vi.spyOn(WorkerLane.prototype, "ask").mockImplementation(function (this: WorkerLane, kind, order, limitMs) {
    if (kind !== "examine") return ask.call(this, kind, order, limitMs);
    const { updates } = order as Orders["examine"]["order"];
    orders.push(updates.length);
    return exceeds && updates.length > 1 ? Promise.reject(new LaneError("exceeded", "took too long")) : ask.call(this, kind, order, limitMs);
  } as typeof ask);
  const editor = await Editor.open(ctx, world.document.id);
  // Each behind a sign that stood there, so that none goes on in the word of the one before it.
  const type = (words: string[]) => Promise.all(words.map((word) => codeOf(pushUpdate(ctx, pushOf(world.document, editor.make(() => editor.text.insert(1, word)))))));
  const strokes = ["a", "b", "c", "d", "e", "f"];
  expect(await type(strokes)).toEqual(strokes.map(() => "ok"));
  expect(Math.max(...orders)).toBeGreaterThan(1);
  expect(orders.reduce((sum, count) => sum + count, 0)).toBe(strokes.length);
  exceeds = true;
  orders.length = 0;
  expect(await type(strokes)).toEqual(strokes.map(() => "ok"));
  expect(orders.filter((count) => count === 1).length).toBeGreaterThan(1);
  // A pasted page is judged by itself.
  exceeds = false;
  orders.length = 0;
  expect(await type(["g", "h".repeat(20_000), "i", "j"])).toEqual(["ok", "ok", "ok", "ok"]);
  expect(orders.at(-1)).toBeLessThan(4);
  spy.mockRestore();
  expect(isStruck(house, ctx.actor)).toBe(false);
  expect(await storedText(house, world.document.id)).toContain(`Zji${"h".repeat(20_000)}gfedcbafedcbao begint`);
});
