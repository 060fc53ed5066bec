import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import type { Verdict } from "~/platform/codes";
import type { GroupRelation, SpaceRelation, SpaceRole } from "./relations";
import { tables, type Stand } from "./permission-table";

const path = "docs/permissions.md";

const nobody: Actor = { personId: null, actorId: null, ageGroup: null, roles: [], sessionId: null, system: false };
const somebody: Actor = { ...nobody, personId: "p", actorId: "a", ageGroup: "16_plus" };
const space: SpaceRelation = { status: "open", visibility: "public", joining: "open", member: false, roles: [], organisationSteward: false, suspended: false, muted: false };
const group: GroupRelation = { space, visibility: "public", joining: "open", archived: false, member: false, mayWrite: false, suspended: false, muted: false };

/** How each kind of person stands: the columns of the tables. */
const columns: { name: string; stand: (closed: boolean) => Stand }[] = [
  { name: "zonder account", stand: (closed) => at(nobody, closed, {}) },
  { name: "account", stand: (closed) => at(somebody, closed, {}) },
  { name: "lid", stand: (closed) => at(somebody, closed, { member: true }) },
  { name: "leest alleen", stand: (closed) => at(somebody, closed, { member: true, reader: true }) },
  { name: "lid, mag even niet schrijven", stand: (closed) => at(somebody, closed, { member: true, muted: true }) },
  { name: "helper", stand: (closed) => at(somebody, closed, { role: "helper" }) },
  { name: "begeleider", stand: (closed) => at(somebody, closed, { role: "facilitator" }) },
  { name: "moderator", stand: (closed) => at(somebody, closed, { role: "moderator" }) },
  { name: "beheerder van de leerplek", stand: (closed) => at(somebody, closed, { role: "space_steward" }) },
  { name: "coördinator", stand: (closed) => at({ ...somebody, roles: ["coordinator"] }, closed, {}) },
  { name: "gegevensbewaker", stand: (closed) => at({ ...somebody, roles: ["data_steward"] }, closed, {}) },
  { name: "systeembeheerder", stand: (closed) => at({ ...somebody, roles: ["administrator"] }, closed, {}) },
];

function at(actor: Actor, closed: boolean, given: { member?: boolean; reader?: boolean; muted?: boolean; role?: SpaceRole }): Stand {
  const itsSpace: SpaceRelation = { ...space, member: given.member ?? given.role !== undefined, roles: given.role ? [given.role] : [], muted: given.muted ?? false };
  return {
    actor,
    space: itsSpace,
    group: { ...group, space: itsSpace, visibility: closed ? "members" : "public", joining: closed ? "request" : "open", member: given.member ?? false, mayWrite: (given.member ?? false) && !given.reader },
  };
}

const print = (verdict: Verdict) => (verdict === true ? "ja" : `— \`${verdict}\``);

function printTables(): string {
  const out = ["# Wie mag wat", "", "Deze tabel wordt gemaakt door een test, uit de regels in `app/permissions`. Wat er niet in staat, mag niet. De code zegt waarom iets niet mag en dus wat de volgende stap is.", ""];
  for (const table of tables) {
    out.push(`## ${table.title}`, "", `| | ${columns.map((column) => column.name).join(" | ")} |`, `|---|${columns.map(() => "---").join("|")}|`);
    for (const row of table.rows) out.push(`| ${row.label} | ${columns.map((column) => print(row.ask(column.stand(table.closed)))).join(" | ")} |`);
    out.push("");
  }
  return out.join("\n");
}

test("the printed table is what the rules say; UPDATE=1 prints it anew", () => {
  const printed = printTables();
  if (process.env["UPDATE"]) writeFileSync(path, printed);
  expect(readFileSync(path, "utf8")).toBe(printed);
});

test("every rule stands in the table", async () => {
  const files = readdirSync("app/permissions").filter((file) => file.endsWith(".ts") && !file.includes("test") && !["relations.ts", "permission-table.ts"].includes(file));
  const missing: string[] = [];
  const shown = new Set(tables.flatMap((table) => table.rows.map((row) => row.rule.name)));
  for (const file of files) {
    const module = (await import(`./${file}`)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) if (typeof value === "function" && name.startsWith("may") && !shown.has(name)) missing.push(`${file}: ${name}`);
  }
  expect(missing).toEqual([]);
});
