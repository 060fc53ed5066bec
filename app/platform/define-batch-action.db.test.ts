import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { makePerson } from "#db/factories/make-person";
import { installationSetting, session } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { AppError } from "./codes";
import type { Ctx } from "./ctx.server";
import { defineBatchAction } from "./define-batch-action.server";
import { defineFact } from "./facts";
import { readFacts } from "./publisher.server";
import { streamId } from "./streams";
import { ctxFor, testHouse, type TestHouse } from "./test/test-house";

const home = useDatabase();
const group = streamId("group", "00000000-0000-4000-8000-000000000003");

const noted = defineFact({
  name: "test.noted-together",
  version: 1,
  audience: "group",
  label: { nl: "Genoteerd", en: "Noted" },
  personalData: "never-exported",
  fields: { value: { kind: "count", label: { nl: "waarde", en: "value" } } },
});

const transactions: string[][] = [];
const note = defineBatchAction({
  name: "test.note-together",
  input: z.strictObject({ key: z.string().min(1), value: z.number().int() }),
  queue: { items: 6, weight: 1_000 },
  batch: { items: 4, weight: 1_000 },
  weigh: () => 1,
  load: async (_ctx, items) => items.map(({ input }) => (input.key.startsWith("absent") ? new AppError("not_found") : input.key)),
  allow: (_actor, key) => (key.startsWith("forbidden") ? "forbidden" : true),
  run: async (ctx, items) => {
    transactions.push(items.map(({ input }) => input.key));
    for (const { input, fact } of items) {
      fact(noted, { stream: group, data: { value: input.value } });
      // A key that is there already breaks the whole transaction.
      if (!input.key.startsWith("refused")) await ctx.db.insert(installationSetting).values({ key: input.key, value: input.value });
    }
    return items.map(({ input }) => (input.key.startsWith("refused") ? new AppError("stale") : input.value));
  },
});

let house: TestHouse;
let ctx: Ctx;
beforeEach(async () => {
  transactions.length = 0;
  house = testHouse(home.database);
  ctx = await ctxFor(house, (await makePerson(home.database.db)).id);
});
const outcome = (work: Promise<unknown>) => work.catch((error: unknown) => (error instanceof AppError ? error.code : "failed"));
const kept = async () => (await home.database.db.select().from(installationSetting)).map(({ key }) => key).sort();

test("calls of the same moment share a transaction, and each gets its own result and its own facts", async () => {
  const other = await ctxFor(house, (await makePerson(home.database.db)).id);
  const done = await Promise.all([note.withFacts(ctx, { key: "a", value: 1 }), note.withFacts(other, { key: "b", value: 2 }), note.withFacts(ctx, { key: "c", value: 3 })]);
  expect(transactions).toEqual([["a", "b", "c"]]);
  expect(done.map(({ value, facts }) => [value, facts.map((one) => [one.n, one.data.value, one.actorId])])).toEqual([
    [1, [[1, 1, ctx.actor.actorId]]],
    [2, [[2, 2, other.actor.actorId]]],
    [3, [[3, 3, ctx.actor.actorId]]],
  ]);
  expect(house.published.map((one) => one.n)).toEqual([1, 2, 3]);
});

test("who is refused, wherever that is found out, leaves no row and no fact, and the others go on", async () => {
  const refused = ["absent", "forbidden", "refused"].map((key) => outcome(note(ctx, { key, value: 0 })));
  const fine = note.withFacts(ctx, { key: "fine", value: 7 });
  expect(await Promise.all(refused)).toEqual(["not_found", "forbidden", "stale"]);
  expect((await fine).facts.map((one) => one.n)).toEqual([1]);
  expect(await kept()).toEqual(["fine"]);
  expect((await readFacts(ctx, group, 0, 10)).map((one) => one.data)).toEqual([{ value: 7 }]);
});

test("one that breaks the transaction fails alone: the others are written after all, once", async () => {
  await note(ctx, { key: "taken", value: 0 });
  const done = await Promise.all(["x", "taken", "y"].map((key, value) => outcome(note(ctx, { key, value }))));
  expect(done).toEqual([0, "failed", 2]);
  expect(await kept()).toEqual(["taken", "x", "y"]);
  expect(transactions).toEqual([["taken"], ["x", "taken", "y"], ["x"], ["taken"], ["y"]]);
});

test("whose session ended writes nothing", async () => {
  const signedIn = { ...ctx, actor: { ...ctx.actor, sessionId: "ended" } };
  expect(await Promise.all([outcome(note(signedIn, { key: "late", value: 1 })), outcome(note(ctx, { key: "here", value: 2 }))])).toEqual(["session_ended", 2]);
  expect(await kept()).toEqual(["here"]);
  expect(await home.database.db.select().from(session).where(eq(session.id, "ended"))).toEqual([]);
});

test("beyond the queue a call is told to try again, and inside an action it is refused at once", async () => {
  const done = await Promise.all(Array.from({ length: 8 }, (_, value) => outcome(note(ctx, { key: `many-${value}`, value }))));
  expect(done).toEqual([0, 1, 2, 3, 4, 5, "retry", "retry"]);
  expect(transactions.map((some) => some.length)).toEqual([4, 2]);
  await expect(note({ ...ctx, writing: true }, { key: "inside", value: 1 })).rejects.toThrow("inside an action");
});

test("what is given to the end is committed with the rest; where it is refused, nothing is, and each is tried by itself", async () => {
  const sent: number[] = [];
  const keep = defineBatchAction({
    name: "test.keep-at-end",
    input: z.strictObject({ key: z.string().min(1), states: z.boolean().default(false) }),
    queue: { items: 6, weight: 1_000 },
    batch: { items: 4, weight: 1_000 },
    weigh: () => 1,
    load: async (_ctx, items) => items.map(() => true),
    allow: () => true,
    run: async (_ctx, items, atEnd) => {
      sent.push(items.length);
      atEnd(sql`INSERT INTO installation_setting (key, value) SELECT key, '1'::jsonb FROM jsonb_to_recordset(${JSON.stringify(items.map(({ input }) => ({ key: input.key })))}::jsonb) AS g(key text)`);
      for (const { input, fact } of items) if (input.states) fact(noted, { stream: group, data: { value: 1 } });
      return items.map(({ input }) => input.key);
    },
  });
  expect(await Promise.all(["een", "twee", "drie"].map((key) => outcome(keep(ctx, { key }))))).toEqual(["een", "twee", "drie"]);
  expect(await Promise.all(["vier", "twee", "vijf"].map((key) => outcome(keep(ctx, { key }))))).toEqual(["vier", "failed", "vijf"]);
  expect(sent).toEqual([3, 3, 1, 1, 1]);
  expect(await kept()).toEqual(["drie", "een", "twee", "vier", "vijf"]);
  // Facts travel there too; both at once would lose one of them.
  expect(await outcome(keep(ctx, { key: "zes", states: true }))).toBe("failed");
  expect(await kept()).not.toContain("zes");
});
