import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { NameBook } from "./name-book";

// Only timers: the answers come when the test lets them.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("asks once, and together, for whom it does not know; knows them from then on", async () => {
  const asked: string[][] = [];
  const book = new NameBook({ a: "An" }, async (people) => (asked.push(people), { b: "Bart" }));
  let told = 0;
  book.on(() => (told += 1));
  expect([book.nameOf("a"), book.nameOf("b"), book.nameOf("b"), book.nameOf("gone"), book.nameOf(7)]).toEqual(["An", undefined, undefined, undefined, null]);
  await vi.runAllTimersAsync();
  expect(asked).toEqual([["b", "gone"]]);
  expect([book.nameOf("b"), book.nameOf("gone"), told]).toEqual(["Bart", null, 1]);
  await vi.runAllTimersAsync();
  expect(asked).toHaveLength(1);
});

it("asks again for those about whom no answer came", async () => {
  let answer: Record<string, string> | null = null;
  const book = new NameBook({}, async () => answer);
  expect(book.nameOf("a")).toBeUndefined();
  await vi.runAllTimersAsync();
  answer = { a: "An" };
  expect(book.nameOf("a")).toBeUndefined();
  await vi.runAllTimersAsync();
  expect(book.nameOf("a")).toBe("An");
});

it("asks for at most fifty at a time", async () => {
  const sizes: number[] = [];
  const book = new NameBook({}, async (people) => (sizes.push(people.length), {}));
  for (let n = 0; n < 120; n += 1) book.nameOf(`m${n}`);
  await vi.runAllTimersAsync();
  expect(sizes).toEqual([50, 50, 20]);
});

it("knows whom somebody chose without asking", () => {
  const book = new NameBook({}, () => Promise.reject(new Error("asked")));
  book.learn("a", "An");
  expect(book.nameOf("a")).toBe("An");
});
