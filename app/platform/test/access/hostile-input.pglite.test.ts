import fc from "fast-check";
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/test/use-database";
import "~/features/notifications/index.server";
import "~/features/partnership/index.server";
import "~/features/research/index.server";
import "~/features/search/index.server";
import "~/features/shell/index.server";
import { AppError, codes } from "~/platform/codes";
import { allActions } from "~/platform/define-action.server";
import { createLimiter } from "~/platform/limiter.server";
import { ctxFor, testHouse, type TestHouse } from "../test-house";
import { makeWorld, type World } from "./make-world";
import { rows } from "./rows";
import { undoing } from "./undoing-database";

const home = useDatabase({ keep: true });
let house: TestHouse;
let world: World;

beforeAll(async () => {
  house = testHouse(home.database);
  world = await makeWorld(house);
  house.database = undoing(home.database);
}, 120_000);

/** What stands in the place of one field: texts that databases and parsers trip over, numbers out of bounds, things of another kind. */
const odd = fc.oneof(
  fc.constantFrom<unknown>("\0", "a\0b", "\ud800", "\u202eabc", "__proto__", "constructor", "x".repeat(200_000), "", " ", "\u0000\u0001", "2025-99-99", "0000-00-00", "99:99", "-1", "1e999", "NaN", "99999999999", "2147483648", "9223372036854775808"),
  fc.constantFrom<unknown>(NaN, Infinity, -Infinity, -1, 0, 0.1, 2 ** 31, 2 ** 53, 1e308, null, undefined, true, [], {}, [[]], [null], new Date(NaN), { toString: null }, JSON.parse('{"__proto__":{"admin":true}}')),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.anything({ maxDepth: 2 }),
);

/** What an action may be called with instead of something right. */
function broken(right: Record<string, unknown>): fc.Arbitrary<unknown> {
  const fields = Object.keys(right);
  const oneField = fields.length === 0 ? fc.constant({ extra: 1 }) : fc.tuple(fc.constantFrom(...fields), odd).map(([field, value]) => ({ ...right, [field]: value }));
  const without = fields.length === 0 ? fc.constant({ "": 1 }) : fc.constantFrom(...fields).map((gone) => Object.fromEntries(Object.entries(right).filter(([field]) => field !== gone)));
  const extra = fc.tuple(fc.constantFrom("personId", "actorId", "roles", "__proto__", "admin", "state", "constructor"), odd).map(([name, value]) => Object.defineProperty({ ...right }, name, { value, enumerable: true, configurable: true, writable: true }));
  return fc.oneof({ weight: 6, arbitrary: oneField }, { weight: 1, arbitrary: without }, { weight: 2, arbitrary: extra }, { weight: 1, arbitrary: odd });
}

test("whatever an action is called with, it answers with a code and never fails", { timeout: 240_000 }, async () => {
  const facilitator = await ctxFor(house, world.people.facilitator.id);
  const author = await ctxFor(house, world.people.author.id);
  const anonymous = await ctxFor(house, null, { device: randomUUID() });
  const wrong: string[] = [];
  for (const [name, row] of Object.entries(rows)) {
    const action = allActions().get(name)!;
    for (const [place, input] of fc.sample(broken(row.input(world)), { numRuns: 60, seed: 17 }).entries()) {
      house.limiter = createLimiter();
      const ctx = [facilitator, author, anonymous][place % 3]!;
      await action(ctx, input).catch((error: unknown) => {
        const code = error instanceof AppError ? error.code : `${String(error)} ${String((error as Error).cause ?? "")}`;
        if (!(code in codes) || code === "failed") wrong.push(`${name}: ${code.slice(0, 300)}`);
      });
    }
  }
  expect([...new Set(wrong)]).toEqual([]);
});

test("a field that an action does not know is refused, whatever it is called", async () => {
  const ctx = await ctxFor(house, world.people.facilitator.id);
  const taken: string[] = [];
  for (const [name, row] of Object.entries(rows)) {
    house.limiter = createLimiter();
    const answer = await allActions().get(name)!(ctx, { ...row.input(world), personId: world.people.member.id }).then(() => "ja", (error: unknown) => (error instanceof AppError ? error.code : String(error)));
    if (answer !== "invalid_input") taken.push(`${name}: ${answer}`);
  }
  expect(taken).toEqual([]);
});
