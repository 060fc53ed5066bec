import fc from "fast-check";
import { expect, test } from "vitest";
import { countMissing, firstMissing, holds, join, within, type Range } from "./ranges";

const ranges = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })), { maxLength: 12 }) as fc.Arbitrary<Range[]>;
const numbersIn = (given: readonly Range[]) => new Set(given.flatMap(([from, to]) => Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)));

test("joined ranges hold the same numbers, in order, and no two touch", () => {
  fc.assert(
    fc.property(ranges, ranges, (a, b) => {
      const joined = join(a, b);
      expect([...numbersIn(joined)]).toEqual([...numbersIn([...a, ...b])].sort((x, y) => x - y));
      for (let index = 1; index < joined.length; index += 1) expect(joined[index]![0]).toBeGreaterThan(joined[index - 1]![1] + 1);
    }),
  );
});

test("what is missing is counted and found as one would by hand", () => {
  fc.assert(
    fc.property(ranges, fc.integer({ min: 0, max: 70 }), fc.integer({ min: 1, max: 70 }), (given, total, from) => {
      const [joined, numbers] = [join(given), numbersIn(given)];
      const missing = Array.from({ length: total }, (_, index) => index + 1).filter((number) => !numbers.has(number));
      expect(countMissing(joined, total)).toBe(missing.length);
      expect(firstMissing(joined, total)).toBe(missing[0] ?? null);
      expect(firstMissing(joined, total, from)).toBe(missing.find((number) => number >= from) ?? null);
      expect([...numbersIn(within(joined, from, total))]).toEqual([...numbers].filter((number) => number >= from && number <= total).sort((x, y) => x - y));
      expect(holds(joined, from)).toBe(numbers.has(from));
    }),
  );
});
