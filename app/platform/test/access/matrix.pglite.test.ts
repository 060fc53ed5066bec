import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { stateOfTables } from "#db/seed/test/walk-tables";
import { useDatabase } from "#db/test/use-database";
import "~/features/notifications/index.server";
import "~/features/partnership/index.server";
import "~/features/research/index.server";
import "~/features/search/index.server";
import "~/features/shell/index.server";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { allActions } from "~/platform/define-action.server";
import { createLimiter } from "~/platform/limiter.server";
import { ctxFor, ctxOfHouse, testHouse, type TestHouse } from "../test-house";
import { makeWorld, outsiders, roles, type Role, type World } from "./make-world";
import { rows } from "./rows";
import { undoing } from "./undoing-database";

const home = useDatabase({ keep: true });
const path = "docs/access.md";
const yes = "ja";

let house: TestHouse;
let world: World;
let before: Record<string, string>;
const outcomes = new Map<string, Map<Role, string>>();

/** What one role is answered: "ja", or the code. Whatever succeeded is undone. */
async function answerOf(action: string, role: Role): Promise<string> {
  house.limiter = createLimiter();
  const ctx: Ctx = role === "system" ? ctxOfHouse(house) : await ctxFor(house, role === "anonymous" ? null : world.people[role].id, { device: randomUUID() });
  try {
    await allActions().get(action)!(ctx, rows[action]!.input(world));
    return yes;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw new Error(`${action} as ${role} failed`, { cause: error });
  }
}

beforeAll(async () => {
  house = testHouse(home.database);
  world = await makeWorld(house);
  before = await stateOfTables(home.database.db);
  house.database = undoing(home.database);
}, 120_000);

test("every action has a row, and every row an action", () => {
  const named = [...allActions().keys()].filter((name) => !name.startsWith("test."));
  expect(Object.keys(rows).sort()).toEqual(named.sort());
});

test("every action was tried by every role, and nothing failed", { timeout: 240_000 }, async () => {
  for (const action of Object.keys(rows)) {
    const answers = new Map<Role, string>();
    for (const role of roles) answers.set(role, await answerOf(action, role));
    outcomes.set(action, answers);
  }
  const failures = [...outcomes].flatMap(([action, answers]) => [...answers].filter(([, answer]) => ["invalid_input", "failed", "unavailable", "busy", "retry", "too_many"].includes(answer)).map(([role, answer]) => `${action} as ${role}: ${answer}`));
  expect(failures).toEqual([]);
});

test("each action is for somebody, except where a code or the house is the key", () => {
  const wrong = [...outcomes].filter(([action, answers]) => [...answers.values()].includes(yes) === Boolean(rows[action]!.nobody));
  expect(wrong.map(([action, answers]) => `${action}: ${JSON.stringify([...answers])}`)).toEqual([]);
});

test("what was refused left no row", async () => {
  expect(await stateOfTables(home.database.db)).toEqual(before);
});

test("nobody outside the closed group gets hold of anything in it", () => {
  const inside = [...outcomes].filter(([action]) => /^(activity|discussion|experiment|document)\.|^question\.(answer|pick-up|support)/.test(action));
  expect(inside.length).toBeGreaterThan(35);
  const wrong = inside.flatMap(([action, answers]) => outsiders.filter((role) => !["not_found", "sign_in", "join_group", "forbidden"].includes(answers.get(role)!)).map((role) => `${action} as ${role}: ${answers.get(role)}`));
  expect(wrong).toEqual([]);
});

test("the printed matrix is what the actions answer; UPDATE=1 prints it anew", () => {
  const lines = ["# Which action answers whom", "", "Printed by a test that asks every action, in every role, for something in a closed group, of the author or of the leerplek. `ja`: done; otherwise the code. An action without a `ja` needs a code, or something that only a job of the house finds.", "", `| action | ${roles.join(" | ")} |`, `|---|${roles.map(() => "---").join("|")}|`];
  for (const [action, answers] of outcomes) lines.push(`| \`${action}\` | ${roles.map((role) => answers.get(role)).join(" | ")} |`);
  const printed = `${lines.join("\n")}\n`;
  if (process.env["UPDATE"]) writeFileSync(path, printed);
  expect(readFileSync(path, "utf8")).toBe(printed);
});
