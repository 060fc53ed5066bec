import fc from "fast-check";
import { expect, test } from "vitest";
import { OrderedFeed } from "./ordered-feed.server";

interface Item {
  n: number;
}

/** A log in memory with a feed on it; `given` collects what was handed on. */
function followed(items: Item[], failures = 0) {
  const given: number[] = [];
  let failing = failures;
  const feed = new OrderedFeed<Item>({
    readSince: async (_log, since) => items.filter((item) => item.n > since),
    heads: async () => new Map([["log", items.at(-1)?.n ?? 0]]),
    deliver: async (_log, run) => {
      await Promise.resolve();
      if (failing-- > 0) throw new Error("the line broke");
      given.push(...run.map((item) => item.n));
    },
    onError: () => undefined,
    patienceMs: 1,
  });
  return { feed, given };
}

const schedule = fc.record({
  order: fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
  repeats: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 10 }),
  start: fc.integer({ min: 0, max: 6 }),
  failures: fc.integer({ min: 0, max: 3 }),
});

test("hands on every item once and in order, whatever was lost, repeated, late or refused on the way", async () => {
  await fc.assert(
    fc.asyncProperty(schedule, async ({ order, repeats, start, failures }) => {
      const items = Array.from({ length: 12 }, (_, index) => ({ n: index + 1 }));
      const { feed, given } = followed(items, failures);
      feed.track("log", start);
      for (const n of [...order, ...repeats]) feed.offer("log", { n });
      for (let round = 0; round < 8; round += 1) await feed.sweep();
      expect(given).toEqual(items.map((item) => item.n).filter((n) => n > start));
      feed.untrack("log");
    }),
    { numRuns: 300 },
  );
});

test("fills a hole by itself, without waiting for the sweep", async () => {
  const { feed, given } = followed([{ n: 1 }, { n: 2 }]);
  feed.track("log", 0);
  feed.offer("log", { n: 2 });
  await expect.poll(() => given).toEqual([1, 2]);
  feed.untrack("log");
});

test("forgets a log that nobody follows any more", async () => {
  const { feed, given } = followed([{ n: 1 }]);
  feed.track("log", 0);
  feed.track("log", 0);
  feed.untrack("log");
  expect(feed.head("log")).toBe(0);
  feed.untrack("log");
  expect(feed.head("log")).toBeUndefined();
  feed.offer("log", { n: 1 });
  await feed.sweep();
  expect(given).toEqual([]);
});

test("begins anew where an older state was restored, and says so", async () => {
  const items = [{ n: 1 }];
  const given: number[] = [];
  const rewound: string[] = [];
  const feed = new OrderedFeed<Item>({
    readSince: async (_log, since) => items.filter((item) => item.n > since),
    heads: async () => new Map([["log", items.at(-1)!.n]]),
    deliver: (_log, run) => void given.push(...run.map((item) => item.n)),
    onError: () => undefined,
    onRewound: (log) => void rewound.push(log),
  });
  feed.track("log", 7);
  await feed.sweep();
  expect(rewound).toEqual(["log"]);
  items.push({ n: 2 });
  await feed.sweep();
  expect(given).toEqual([2]);
  expect(feed.head("log")).toBe(2);
});

test("takes what is handed on while the database is asked for no older state", async () => {
  const rewound: string[] = [];
  const given: number[] = [];
  let answer: (heads: Map<string, number>) => void = () => undefined;
  const feed = new OrderedFeed<Item>({
    readSince: async () => [],
    heads: () => new Promise((resolve) => (answer = resolve)),
    deliver: (_log, run) => void given.push(...run.map((item) => item.n)),
    onError: () => undefined,
    onRewound: (log) => void rewound.push(log),
  });
  feed.track("log", 7);
  const sweep = feed.sweep();
  feed.offer("log", { n: 8 });
  feed.offer("log", { n: 9 });
  await Promise.resolve();
  answer(new Map([["log", 7]]));
  await sweep;
  expect([rewound, given, feed.head("log")]).toEqual([[], [8, 9], 9]);
});
