import fc from "fast-check";
import { expect, test } from "vitest";
import { csvCell, csvRow, isoWeek } from "./csv";
import { CellCount, type Cell } from "./small-cells";

const cellsOf = (people: [string, Cell][]) => {
  const count = new CellCount();
  for (const [actor, cell] of people) count.add(cell, actor);
  return count.decide(5);
};
const cell = (area: string, role = "resident", audience = "burger"): Cell => ({ area, role, audience });
const many = (n: number, at: Cell, from = 0): [string, Cell][] => Array.from({ length: n }, (_, index) => [`p${from + index}`, at]);

test("five people stand as they are; fewer lose the area, then the role, then the audience, then their rows", () => {
  const rules = cellsOf([...many(5, cell("Noord")), ...many(3, cell("Zuid"), 10), ...many(2, cell("Oost"), 20), ...many(4, cell("Zuid", "moderator"), 30), ...many(1, cell("Zuid", "helper"), 40)]);
  expect(rules.fateOf(cell("Noord"))).toEqual(cell("Noord"));
  expect(rules.fateOf(cell("Zuid"))).toEqual(cell(""));
  expect(rules.fateOf(cell("Zuid", "moderator"))).toEqual(cell("", ""));
  expect(rules.fateOf(cell("Zuid", "helper"))).toEqual(cell("", ""));
  expect(rules.participants.size).toBe(15);
  expect(cellsOf(many(4, cell("Noord"))).fateOf(cell("Noord"))).toBe("left-out");
});

test("one person many times is one person", () => {
  expect(cellsOf(Array.from({ length: 9 }, () => ["p0", cell("Noord")])).fateOf(cell("Noord"))).toBe("left-out");
});

test("whatever people do, nothing is written in which fewer than five stand", () => {
  const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom("Noord", "Zuid", "Oost"), fc.constantFrom("resident", "moderator"), fc.constantFrom("burger", "bedrijf")), { maxLength: 60 });
  fc.assert(
    fc.property(some, (rows) => {
      const people = rows.map(([who, ...rest]): [string, Cell] => [`p${who}`, cell(...rest)]);
      const rules = cellsOf(people);
      const written = new Map<string, Set<string>>();
      for (const [who, at] of people) {
        const fate = rules.fateOf(at);
        if (fate !== "left-out") written.set(JSON.stringify(fate), (written.get(JSON.stringify(fate)) ?? new Set()).add(who));
      }
      for (const here of written.values()) expect(here.size).toBeGreaterThanOrEqual(5);
      expect(new Set([...written.values()].flatMap((here) => [...here]))).toEqual(rules.participants);
    }),
  );
});

test("a cell that looks like a formula stays a text", () => {
  expect(["=1+1", "+32", "-5", "@SUM(A1)", "\tx", "\rx"].map(csvCell)).toEqual(["'=1+1", "'+32", "'-5", "'@SUM(A1)", "'\tx", "\"'\rx\""]);
  expect([csvCell(-5), csvCell(true), csvCell(null), csvCell("a=b")]).toEqual(["-5", "true", "", "a=b"]);
  expect(csvRow(["a", 'zeg "ja"', "x,y", "twee\nlijnen"])).toBe('a,"zeg ""ja""","x,y","twee\nlijnen"\r\n');
});

test("a week belongs to the year of its Thursday", () => {
  expect(["2025-11-20", "2024-12-30", "2027-01-03", "2020-12-31"].map((day) => isoWeek(new Date(`${day}T12:00:00Z`)))).toEqual(["2025-W47", "2025-W01", "2026-W53", "2020-W53"]);
});
