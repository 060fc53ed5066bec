import { expect, test } from "vitest";
import { howToTryOut } from "./greet";

test("each line of the demonstration has a name, a password and what one sees, apart from each other by two spaces", () => {
  const lines = howToTryOut([
    { signInName: "jo-324", password: "een twee drie vier", what: "Helper: zit naast mensen." },
    { signInName: "katrien-347", password: "een twee drie vier", what: "Beheerder" },
  ]);
  expect(lines.map((line) => /^\s+(\S+)\s{2,}(.+?)\s{2,}(.+)$/.exec(line)?.slice(1)).filter(Boolean)).toEqual([
    ["jo-324", "een twee drie vier", "Helper: zit naast mensen."],
    ["katrien-347", "een twee drie vier", "Beheerder"],
  ]);
  expect(howToTryOut([])).toEqual([]);
});
