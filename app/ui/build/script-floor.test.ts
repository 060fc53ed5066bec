import { beforeAll, describe, expect, it } from "vitest";
import { beyondFloor } from "~/platform/can-take-over";
import { findScriptBeyondFloor } from "./find-script-beyond-floor";
import { builtFiles, readBuilt, readRoutes } from "./read-build";

describe("script beyond the browser floor", () => {
  it.each([
    ["let a = b?.c;", ["syntax"]],
    ["a ??= 1;", ["syntax"]],
    ["class A { #b = 1; }", ["syntax"]],
    ["await b;", ["syntax"]],
    ["let [a] = b.at(-1);", [".at()"]],
    ["new ResizeObserver(a);", ["ResizeObserver"]],
    ["let a = 'new TextEncoderStream()';", ["TextEncoderStream"]],
  ])("%s is found", async (code, found) => {
    expect(await findScriptBeyondFloor(code)).toEqual(found);
  });

  it.each(["const { a } = b;", "let a = async () => { for (const b of c) await b; };", "import('./a.js');", "let a = typeof reportError == 'function' ? reportError : b;", "a.attempt(1);"])("%s passes", async (code) => {
    expect(await findScriptBeyondFloor(code)).toEqual([]);
  });
});

describe("the built script", () => {
  let found: Map<string, string[]>;
  beforeAll(async () => {
    found = new Map(await Promise.all(builtFiles("", ".js").map(async (name) => [name, await findScriptBeyondFloor(readBuilt(name))] as const)));
  }, 60_000);

  it("has no syntax anywhere that the floor cannot read", () => {
    expect(found.size).toBeGreaterThan(100);
    expect([...found].filter(([, reasons]) => reasons.includes("syntax")).map(([name]) => name)).toEqual([]);
  });

  it("needs nothing more on pages without the framework", () => {
    // `open-confirmations.ts` asks first whether there are dialogs, `count-unread.ts` whether tabs can be told.
    expect(builtFiles("enhance-", ".js").map((name) => found.get(name))).toEqual([[".showModal()", "BroadcastChannel"]]);
  });

  it("takes a page over only where all is there that hydrated pages use", async () => {
    const scripts = new Set((await readRoutes()).filter((route) => route.hydrated).flatMap((route) => [...route.atOnce, ...route.onUse]));
    const used = new Set([...scripts].flatMap((name) => found.get(name) ?? []));
    // Only for links that ask for it; ours never do.
    used.delete(".startViewTransition()");
    const asked = [...beyondFloor.names, ...Object.keys(beyondFloor.methods).map((name) => `.${name}()`)];
    expect([...used].sort()).toEqual(asked.sort());
  });
});
