import { beforeAll, describe, expect, it } from "vitest";
import { builtFiles, readBuilt, readRoutes, weigh, type BuiltRoute } from "./read-build";

const kB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;

const live = 120_000;
const editor = 320_000;
/** Bytes of script on the wire. A page that brings the framework is held to `hydrated` unless it stands in `more`. */
const budget = {
  reading: 5_000,
  hydrated: 100_000,
  more: {
    "routes/gesprekken.$discussionId": live,
    "routes/teksten.$documentId.schrijven": editor,
  } as Record<string, number>,
};

describe("what every page brings", () => {
  it("is at most 10 kB of style", () => {
    const sheets = builtFiles("app-", ".css");
    expect(sheets.map((name) => readBuilt(name).length > 10_000)).toEqual([true]);
    expect(weigh(sheets)).toBeLessThanOrEqual(10_000);
  });

  it("is at most 12 kB of style where texts are written, which asks for the most sheets of its own", () => {
    const page = builtFiles("teksten._documentId.schrijven-", ".js").map(readBuilt);
    const own = builtFiles("", ".css").filter((sheet) => page.some((code) => code.includes(sheet)));
    expect(own.length).toBeGreaterThan(1);
    expect(weigh([...builtFiles("app-", ".css"), ...own])).toBeLessThanOrEqual(12_000);
  });

  it("is little more where an easy version is written, the only page of that route that asks for its sheet", () => {
    const sheets = builtFiles("easy-", ".css");
    expect(sheets).toHaveLength(1);
    expect(weigh(sheets)).toBeLessThanOrEqual(300);
    expect(builtFiles("teksten._documentId.schrijven-", ".js").map(readBuilt).filter((code) => code.includes(sheets[0]!))).toEqual([]);
  });

  it("is at most 5 kB of script where the framework stays away", () => {
    const [script, ...more] = builtFiles("enhance-", ".js");
    expect(more).toEqual([]);
    expect(readBuilt(script!)).toContain("data-stream");
    expect(weigh([script!])).toBeLessThanOrEqual(budget.reading);
  });

  it("is at most 1.5 kB of script more where texts can be dragged", () => {
    const scripts = builtFiles("arrange-", ".js");
    expect(scripts.map((name) => readBuilt(name).includes("data-grip"))).toEqual([true]);
    expect(weigh(scripts)).toBeLessThanOrEqual(1_500);
  });
});

describe("the script of every route", () => {
  let routes: BuiltRoute[];
  beforeAll(async () => {
    routes = await readRoutes();
  }, 60_000);

  const hydrated = () => routes.filter((route) => route.hydrated);
  const enhance = () => weigh(builtFiles("enhance-", ".js"));
  const mostOf = (route: BuiltRoute) => budget.more[route.id] ?? budget.hydrated;
  /** All that a page fetches to do its work: what comes later counts too. */
  const weightOf = (route: BuiltRoute) => enhance() + weigh(route.atOnce) + weigh(route.onUse);

  it("covers every route, and each with a larger budget is still there", () => {
    expect(routes.length).toBeGreaterThan(100);
    expect(hydrated().map((route) => route.id)).toEqual(expect.arrayContaining(Object.keys(budget.more)));
  });

  it("is within its budget, all that is fetched later included", () => {
    const beyond = hydrated().flatMap((route) => {
      return weightOf(route) > mostOf(route) ? [`${route.id}: ${kB(weightOf(route))} of ${kB(mostOf(route))}`] : [];
    });
    expect(beyond).toEqual([]);
    const lines = hydrated().map((route) => `  ${route.id}: ${kB(weightOf(route))} of ${kB(mostOf(route))}, of which ${kB(weigh(route.onUse))} on use`);
    const plain = routes.length - hydrated().length;
    process.stdout.write(`script on the wire:\n  ${plain} routes without the framework: ${kB(enhance())} of ${kB(budget.reading)}\n${lines.join("\n")}\n`);
  });

  it("comes in few pieces: a browser fetches six of them at a time", () => {
    for (const route of hydrated()) expect(route.atOnce.length, `${route.id}: ${route.atOnce.join(" ")}`).toBeLessThanOrEqual(7);
  });

  it("brings the editor only where texts are written, and only once it is asked for", () => {
    const writesWith = (names: string[]) => names.some((name) => readBuilt(name).includes("ProseMirror"));
    expect(hydrated().filter((route) => writesWith(route.atOnce)).map((route) => route.id)).toEqual([]);
    expect(hydrated().filter((route) => writesWith(route.onUse)).map((route) => route.id)).toEqual(["routes/teksten.$documentId.schrijven"]);
  });
});
