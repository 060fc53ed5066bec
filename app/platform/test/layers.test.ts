import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** One planted breach per rule: [rule, file that imports, what it imports]. */
const breaches: [rule: string, from: string, to: string][] = [
  ["no-cycles", "app/ui/a-cycle.ts", "app/ui/b-cycle.ts"],
  ["platform-knows-no-feature", "app/platform/breach.ts", "app/features/accounts/index.server.ts"],
  ["permissions-are-pure", "app/permissions/breach.ts", "db/schema/index.ts"],
  ["ui-is-plain", "app/ui/breach.ts", "app/platform/clock.ts"],
  ["database-is-the-ground", "db/client.server.ts", "app/platform/clock.ts"],
  ["region-data-is-data", "db/seed/regions/breach.ts", "db/schema/index.ts"],
  ["seed-acts-through-the-index", "db/seed/breach.ts", "app/features/spaces/inside.server.ts"],
  ["features-meet-at-the-index", "app/features/groups/breach.server.ts", "app/features/spaces/inside.server.ts"],
  ["routes-and-doors-use-the-index", "app/routes/breach.tsx", "app/features/spaces/inside.server.ts"],
  ["no-sql-in-routes", "app/routes/sql.tsx", "db/schema/index.ts"],
  ["no-sql-in-doors", "server/http/sql.ts", "db/schema/index.ts"],
  ["doors-are-outside", "app/features/accounts/doors.server.ts", "server/http/open.ts"],
  ["lucia-behind-one-door", "app/platform/lucia.ts", "lucia"],
  ["one-driver", "app/platform/driver.ts", "postgres"],
  ["no-zod-in-the-browser", "app/ui/zod.tsx", "zod"],
  ["server-stays-on-the-server", "app/features/spaces/screen.tsx", "app/features/spaces/inside.server.ts"],
];

const require = createRequire(import.meta.url);
const config = require(resolve(".dependency-cruiser.cjs")) as { forbidden: { name: string }[] };
const storeys = config.forbidden.filter((rule) => rule.name.startsWith("order-")).map((rule) => rule.name.slice("order-".length));

let folder: string;
let found: { rule: string; from: string }[];

function plant(file: string, content: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

/** Upward contact: every feature reaches for `shell`, which stands above all of them; shell reaches out of the house. */
const upward = storeys.map((feature) => [`order-${feature}`, `app/features/${feature}/upward.server.ts`, "app/features/shell/index.server.ts"] as const);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leerhoek-layers-"));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "tsconfig.json"), '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "Bundler", "jsx": "react-jsx" } }');
  for (const file of ["app/features/accounts/index.server.ts", "app/features/spaces/inside.server.ts", "app/features/shell/index.server.ts", "app/platform/clock.ts", "db/schema/index.ts", "server/http/open.ts"]) {
    plant(file, "export const thing = 1;\n");
  }
  plant("app/ui/b-cycle.ts", 'import "./a-cycle";\nexport const thing = 1;\n');
  for (const [, from, to] of [...breaches, ...upward]) {
    const up = "../".repeat(from.split("/").length - 1);
    const target = to.includes("/") ? `${up}${to.replace(/\.tsx?$/, "")}` : to;
    plant(from, `import * as thing from "${target}";\nexport default thing;\n`);
  }
  const output = execFileSync(process.execPath, [resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs"), "app", "db", "server", "--config", resolve(".dependency-cruiser.cjs"), "--output-type", "json"], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  });
  const result = JSON.parse(output.toString()) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  found = result.summary.violations.map((one) => ({ rule: one.rule.name, from: one.from }));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([...breaches, ...upward])("%s is found in %s", (rule, from) => {
  expect(found).toContainEqual({ rule, from });
});

test("every rule has its planted breach", () => {
  const planted = new Set([...breaches, ...upward].map(([rule]) => rule));
  expect(config.forbidden.map((rule) => rule.name).filter((name) => !planted.has(name))).toEqual([]);
});

test("every feature has its storey", () => {
  expect([...storeys, "shell"]).toEqual(expect.arrayContaining(readdirSync("app/features")));
});

test("what may be imported is not called a breach", () => {
  expect(found.map((one) => one.from)).not.toContain("app/features/shell/index.server.ts");
});
