import { describe, expect, it } from "vitest";
import { findBeyondFloor } from "./find-beyond-floor";

describe("CSS beyond the browser floor", () => {
  it.each([
    ["@layer base { a { color: red } }", "@layer base"],
    ["@container (min-width: 1px) { a { color: red } }", "@container (min-width: 1px)"],
    ["a:has(b) { color: red }", ":has() in a:has(b)"],
    [":is(a, b) { color: red }", ":is() in :is(a, b)"],
    ["a { & b { color: red } }", "nesting in & b"],
    ["a { color: color-mix(in srgb, red, blue) }", "color-mix() in a"],
    ["a { color: oklch(50% 0.1 20) }", "oklch() in a"],
    ["a { height: 100dvh }", "new viewport units in a"],
    ["a { color: #1234 }", "short colour with alpha in a"],
    ["a { inset: 0 }", "inset in a"],
    ["a { margin-inline: auto }", "margin-inline in a"],
    ["a { display: flex; gap: 1rem }", "gap outside grid in a"],
    ["a { aspect-ratio: 1 }", "aspect-ratio without fallback in a"],
    ["a { font-size: clamp(1rem, 2vw, 2rem) }", "clamp() in a"],
  ])("%s is found", (css, reason) => {
    expect(findBeyondFloor(css)).toContain(reason);
  });

  it.each([
    "a { height: 100vh; height: 100dvh }",
    "a { display: grid; gap: 1rem }",
    "@media (min-width: 1px) { a { grid-template-columns: 1fr 1fr; gap: 1rem } }",
    "a { min-height: 10rem; aspect-ratio: 1 }",
    "@supports selector(:has(*)) { a:has(b) { color: red } }",
    "a { clip-path: inset(50%); margin-inline-start: 1rem }",
    "a { background: #123456 }",
  ])("%s passes", (css) => {
    expect(findBeyondFloor(css)).toEqual([]);
  });
});
