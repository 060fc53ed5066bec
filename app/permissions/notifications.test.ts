import { expect, test } from "vitest";
import { levelThatCounts } from "./notifications";

test("the nearest choice counts, else the default, which floods nobody", () => {
  expect(levelThatCounts({ discussion: "none", group: "all", space: "mine" })).toEqual({ level: "none", from: "discussion" });
  expect(levelThatCounts({ group: "all", space: "none" })).toEqual({ level: "all", from: "group" });
  expect(levelThatCounts({ space: "none" })).toEqual({ level: "none", from: "space" });
  expect(levelThatCounts({})).toEqual({ level: "mine", from: "default" });
});
