import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (file: string) => readFileSync(new URL(`./styles/${file}`, import.meta.url), "utf8");

function colours(css: string): Map<string, string> {
  return new Map([...css.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map((found) => [found[1] ?? "", found[2] ?? ""]));
}

const light = colours(read("tokens.css"));
const dark = new Map([...light, ...colours(read("tokens-dark.css"))]);

/** WCAG 2.2 relative luminance of #rrggbb. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const ACCENTS = ["teal", "brick", "hop", "plum", "sky", "amber", "red"];
const GROUNDS = ["paper", "surface", "sunken"];

/** Text on ground, as the style sheets combine them. */
const TEXT_PAIRS: Array<[string, string]> = [
  ...GROUNDS.flatMap((ground): Array<[string, string]> => [["ink", ground], ["ink-soft", ground]]),
  ...ACCENTS.flatMap((accent): Array<[string, string]> => [
    [accent, "paper"],
    [accent, "surface"],
    [accent, `${accent}-soft`],
    ["ink", `${accent}-soft`],
    ["ink-soft", `${accent}-soft`],
    ["on-accent", accent],
  ]),
  ["ink", "sun-soft"],
  ["on-deep", "deep"],
  ["on-deep-soft", "deep"],
];

/** Edges of controls and the focus ring: 3:1 against what they stand on. */
const EDGE_PAIRS: Array<[string, string]> = [
  ...GROUNDS.flatMap((ground): Array<[string, string]> => [["line-strong", ground], ["focus", ground]]),
  ...ACCENTS.map((accent): [string, string] => ["focus", `${accent}-soft`]),
  ["sun", "deep"],
];

describe.each([["light", light], ["dark", dark]] as const)("%s", (_name, tokens) => {
  const of = (name: string) => {
    const value = tokens.get(name);
    if (!value) throw new Error(`--${name} is not a colour`);
    return value;
  };
  it.each(TEXT_PAIRS)("%s on %s reads at 7:1", (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(7);
  });
  it.each(EDGE_PAIRS)("%s on %s is seen at 3:1", (edge, ground) => {
    expect(contrast(of(edge), of(ground))).toBeGreaterThanOrEqual(3);
  });
});

it("dark names no colour that light does not have", () => {
  expect([...colours(read("tokens-dark.css")).keys()].filter((name) => !light.has(name))).toEqual([]);
});
