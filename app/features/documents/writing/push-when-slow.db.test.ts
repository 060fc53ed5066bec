import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { documentUpdate } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { lanesOf } from "../worker/lanes.server";
import { pushUpdate } from "./push-update.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";

// One house for the file, so that its workers start once; every test has a text and people of its own.
const home = useDatabase({ keep: true });
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
let ctx: Ctx;

beforeEach(async () => {
  house.database = home.database;
  world = await makeWorld(house);
  ctx = await ctxFor(house, world.writer.id);
});

const rowsOf = (id: string) => house.database.db.select().from(documentUpdate).where(eq(documentUpdate.documentId, id)).orderBy(asc(documentUpdate.seq));
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));

it("tells those that no longer fit in the line to try again, and stores the rest when it comes back", async () => {
  const editor = await Editor.open(ctx, world.document.id);
  await pushUpdate(ctx, pushOf(world.document, editor.type("warm ")));
  let goOn: () => void = () => undefined;
  const stuck = new Promise<void>((resolve) => (goOn = resolve));
  const { withTx } = home.database;
  house.database = { ...home.database, withTx: async (run) => (await stuck, withTx(run)) };
  const pushes = Array.from({ length: limits.documentQueue + 20 }, (_, index) => codeOf(pushUpdate(ctx, pushOf(world.document, editor.type(`${index} `)))));
  await new Promise((resolve) => setImmediate(resolve));
  goOn();
  const codes = await Promise.all(pushes);
  expect(codes.filter((code) => code === "retry").length).toBeGreaterThan(0);
  // One that found room again leans on one that did not: that is a gap, which its sender fills.
  expect(codes.slice(0, codes.indexOf("retry")).every((code) => code === "ok")).toBe(true);
  expect(codes.slice(codes.indexOf("retry")).every((code) => code === "retry" || code === "gap")).toBe(true);
  const rows = await rowsOf(world.document.id);
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
  expect(rows).toHaveLength(1 + codes.filter((code) => code === "ok").length);
});

it("refuses all of a batch whose transaction broke, forgets what it let through, and goes on", async () => {
  const editor = await Editor.open(ctx, world.document.id);
  const { withTx } = home.database;
  house.database = { ...home.database, withTx: () => Promise.reject(new Error("power cut")) };
  const lost = editor.type("verloren");
  await expect(pushUpdate(ctx, pushOf(world.document, lost))).rejects.toThrow("power cut");
  house.database = { ...home.database, withTx };
  expect(await codeOf(pushUpdate(ctx, pushOf(world.document, editor.type("leunt erop"))))).toBe("gap");
  expect(await codeOf(pushUpdate(ctx, pushOf(world.document, lost)))).toBe("ok");
  expect(lanesOf(house).examine.seqOf(world.document.id)).toBe(1);
});
