import { existsSync, readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadRegion } from "../load-region";

const here = new URL(".", import.meta.url);
const regionIds = readdirSync(here).filter((name) => existsSync(new URL(`${name}/index.ts`, here)));

/** Code is what runs: tests choose a region or are about one, and nobody reads passwords that are refused. */
const notCode = /^db\/(seed\/regions|migrations)\/|\.test\.tsx?$|\/test\/|\/factories\/|\/common-passwords\.txt$/;
/** The one place that names a region: which one an installation has when nothing is said. */
const isDefaultRegion = (file: string, line: string) => file === "app/platform/env.server.ts" && line.trim().startsWith("REGION:");

const files = ["app", "db", "server"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => /\.(tsx?|mjs|js|json|css|svg|html|txt|sql)$/.test(path) && !notCode.test(path)),
);

/** Lines of code that hold one of these names as a word by itself. */
function linesThatName(names: string[], read: (file: string) => string = (file) => readFileSync(file, "utf8")): string[] {
  const pattern = new RegExp(`(?<!\\p{L})(${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})(?!\\p{L})`, "u");
  return files.flatMap((file) =>
    read(file)
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) && !isDefaultRegion(file, line) ? [`${file}:${index + 1}: ${pattern.exec(line)![0]}`] : [])),
  );
}

describe.each(regionIds)("the code knows nothing of region %s:", (id) => {
  let region: Awaited<ReturnType<typeof loadRegion>>;
  let organisations: string[];
  beforeAll(async () => {
    region = await loadRegion(id);
    organisations = (await region.demonstration()).organisations.map(({ name }) => name);
  });

  it("not its name, its areas, its province and who stands behind it", () => {
    const names = [id, region.name, ...region.areas, ...Object.values(region.words).map(({ province }) => province), region.contact.name, region.contact.email];
    expect(linesThatName(names)).toEqual([]);
  });

  it("no municipality or village", () => {
    const names = region.municipalities.flatMap(({ name, nameFr, villages }) => [name, nameFr, ...villages.map((village) => village.name)]);
    expect(linesThatName(names)).toEqual([]);
  });

  it("no theme and no organisation", () => {
    const themes = region.themes.flatMap(({ key, planName, name }) => [`"${key}"`, planName, ...Object.values(name)]);
    expect(linesThatName([...themes, ...organisations])).toEqual([]);
  });

  it("or a test says where", () => {
    const planted = (file: string) => (file === "server/main.ts" ? `const a = 1;\nconst where = "${region.municipalities[0]!.name}";\n` : "");
    expect(linesThatName([region.municipalities[0]!.name], planted)).toEqual([`server/main.ts:2: ${region.municipalities[0]!.name}`]);
  });
});
