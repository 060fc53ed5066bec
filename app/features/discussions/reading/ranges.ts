/** Numbers of messages from one to another, both included. */
export type Range = readonly [from: number, to: number];
/** In order, none touching another. */
export type Ranges = readonly Range[];

/** All of these together, in order and merged. */
export function join(...given: Ranges[]): Ranges {
  const joined: [number, number][] = [];
  for (const [from, to] of given.flat().filter(([from, to]) => from <= to).sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** The same, as far as they lie from one number to another. */
export function within(ranges: Ranges, least: number, most: number): Ranges {
  return join(ranges.map(([from, to]) => [Math.max(from, least), Math.min(to, most)]));
}

export function holds(ranges: Ranges, number: number): boolean {
  return ranges.some(([from, to]) => from <= number && number <= to);
}

/** How many numbers up to `total` are not in them. */
export function countMissing(ranges: Ranges, total: number): number {
  return within(ranges, 1, total).reduce((left, [from, to]) => left - (to - from + 1), total);
}

/** The first number from `from` up to `total` that is not in them; null when all are. */
export function firstMissing(ranges: Ranges, total: number, from = 1): number | null {
  const first = ranges.reduce((next, range) => (range[0] <= next && next <= range[1] ? range[1] + 1 : next), from);
  return first <= total ? first : null;
}
