import { expect, test } from "vitest";
import { mannWhitney } from "./mann-whitney";

test("gives the published values of a sample worked by hand, and one for samples that are alike", () => {
  // By hand: the rank sum of the first is 44, so U = 8; eight values tie in pairs, so the deviation is sqrt(64/12 × (17 − 24/240)) = 9.494 and z = 2.528.
  const { u, p } = mannWhitney([1, 2, 3, 4, 5, 6, 7, 8], [5, 6, 7, 8, 9, 10, 11, 12]);
  expect(u).toBe(8);
  expect(p).toBeCloseTo(0.01147, 3);
  expect(mannWhitney([1, 1, 1], [1, 1, 1]).p).toBe(1);
});

test("tells two shifted samples apart, and not two of the same", () => {
  const sample = (shift: number) => Array.from({ length: 200 }, (_, index) => ((index * 7_919) % 200) + shift);
  expect(mannWhitney(sample(0), sample(40)).p).toBeLessThan(0.001);
  expect(mannWhitney(sample(0), sample(0)).p).toBeGreaterThan(0.9);
});
