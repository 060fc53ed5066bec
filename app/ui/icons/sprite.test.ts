import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { drawIconSprite, SPRITE_PATH } from "../build/draw-icon-sprite";
import { ICON_NAMES } from "./icon-names";

it("the committed sprite is what the list of icons draws", () => {
  expect(readFileSync(SPRITE_PATH, "utf8")).toBe(drawIconSprite());
});

it("names no icon twice", () => {
  expect(new Set(ICON_NAMES).size).toBe(ICON_NAMES.length);
});
