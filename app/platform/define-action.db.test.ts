import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { installationSetting, session as sessionTable } from "#db/schema/index";
import { makePerson } from "#db/factories/make-person";
import { useDatabase } from "#db/test/use-database";
import { AppError } from "./codes";
import { defineAction } from "./define-action.server";
import { defineFact } from "./facts";
import { perPerson } from "./limiter.server";
import { readFacts, readHead } from "./publisher.server";
import { streamId } from "./streams";
import { ctxFor, testHouse } from "./test/test-house";

const home = useDatabase();
const group = streamId("group", "00000000-0000-4000-8000-000000000001");
const other = streamId("group", "00000000-0000-4000-8000-000000000002");

const noted = defineFact({
  name: "test.noted",
  version: 1,
  audience: "group",
  label: { nl: "Genoteerd", en: "Noted" },
  personalData: "never-exported",
  fields: { times: { kind: "count", label: { nl: "keer", en: "times" } } },
});

const Note = z.strictObject({ key: z.string().min(1).max(20), fail: z.enum(["", "rule", "run"]).default(""), streams: z.number().int().default(1) });

const note = defineAction({
  name: "test.note",
  input: Note,
  limit: perPerson(3, "minute"),
  load: async (_ctx, input) => input.key,
  allow: (_actor, _loaded, input) => (input.fail === "rule" ? "forbidden" : true),
  run: async (ctx, { input, fact }) => {
    await ctx.db.insert(installationSetting).values({ key: input.key, value: 1 });
    fact(noted, { stream: group, data: { times: 1 } });
    if (input.streams > 1) fact(noted, { stream: other, data: { times: 2 } });
    if (input.streams > 2) fact(noted, { stream: group, data: { times: 3 } });
    if (input.fail === "run") throw new AppError("stale");
    return input.key;
  },
});

const kept = async (key: string) => (await home.database.db.select().from(installationSetting).where(eq(installationSetting.key, key))).length;

test("changes rows and numbers its facts without a gap per stream, then announces them", async () => {
  const house = testHouse(home.database);
  const ctx = await ctxFor(house, (await makePerson(home.database.db)).id);
  const first = await note.withFacts(ctx, { key: "one", streams: 3 });
  const second = await note.withFacts(ctx, { key: "two" });
  expect(first.facts.map((one) => [one.stream, one.n, one.data.times])).toEqual([[group, 1, 1], [other, 1, 2], [group, 2, 3]]);
  expect(second.facts.map((one) => one.n)).toEqual([3]);
  expect(await readHead(ctx, group)).toBe(3);
  expect((await readFacts(ctx, group, 1, 10)).map((one) => one.n)).toEqual([2, 3]);
  expect(house.published.map((one) => one.actorId)).toEqual(Array(4).fill(ctx.actor.actorId));
});

test("a refusal by the rule, a failure in the middle and bad input leave nothing and announce nothing", async () => {
  const house = testHouse(home.database);
  const ctx = await ctxFor(house, (await makePerson(home.database.db)).id);
  await expect(note(ctx, { key: "a", fail: "rule" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(note(ctx, { key: "a", fail: "run" })).rejects.toMatchObject({ code: "stale" });
  await expect(note(ctx, { key: "", extra: 1 })).rejects.toMatchObject({ code: "invalid_input", detail: { fields: { key: "required" } } });
  expect(await kept("a")).toBe(0);
  expect(await readHead(ctx, group)).toBe(0);
  expect(house.published).toEqual([]);
});

test("counts tries before it opens a transaction", async () => {
  const house = testHouse(home.database);
  const ctx = await ctxFor(house, (await makePerson(home.database.db)).id);
  for (const key of ["a", "b", "c"]) await note(ctx, { key });
  await expect(note(ctx, { key: "d" })).rejects.toMatchObject({ code: "too_many" });
  expect(await kept("d")).toBe(0);
});

test("a session that was ended writes nothing any more", async () => {
  const house = testHouse(home.database);
  const person = await makePerson(home.database.db);
  const ctx = await ctxFor(house, person.id);
  const later = new Date(house.now().getTime() + 60_000);
  await home.database.db
    .insert(sessionTable)
    .values({ id: "hash", personId: person.id, device: "own", label: "test", expiresAt: later, absoluteExpiresAt: later });
  const withSession = { ...ctx, actor: { ...ctx.actor, sessionId: "hash" } };
  await note(withSession, { key: "before" });
  await home.database.db.delete(sessionTable);
  await expect(note(withSession, { key: "after" })).rejects.toMatchObject({ code: "session_ended" });
  expect(await kept("after")).toBe(0);
});

test("a fact that does not fit its declaration fails the action", async () => {
  const wrong = defineAction({
    name: "test.wrong",
    input: z.strictObject({ what: z.enum(["stream", "text"]) }),
    load: async () => null,
    allow: () => true,
    run: async (_ctx, { input, fact }) => {
      if (input.what === "stream") fact(noted, { stream: streamId("space", "00000000-0000-4000-8000-000000000001"), data: { times: 1 } });
      else fact(noted, { stream: group, data: { times: "what somebody wrote" as unknown as number } });
    },
  });
  const ctx = await ctxFor(testHouse(home.database), null);
  await expect(wrong(ctx, { what: "stream" })).rejects.toThrow("is for group");
  await expect(wrong(ctx, { what: "text" })).rejects.toThrow("must be a count");
});

test("the database refuses to change or remove a fact", async () => {
  const house = testHouse(home.database);
  const ctx = await ctxFor(house, (await makePerson(home.database.db)).id);
  await note(ctx, { key: "a" });
  for (const statement of ["UPDATE fact SET type = 'x'", "DELETE FROM fact", "TRUNCATE fact"]) {
    await expect(home.database.db.execute(statement)).rejects.toMatchObject({ cause: { code: "LH001" } });
  }
});
