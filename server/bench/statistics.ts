/** The p-th percentile (0–100) of measured values, by the nearest rank. */
export function percentile(values: number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil((p / 100) * sorted.length) - 1))] ?? Number.NaN;
}

export const median = (values: number[]) => percentile(values, 50);

/** Runs a measurement several times and keeps the one with the median of `by`. */
export async function medianOf<T>(rounds: number, measure: () => Promise<T>, by: (result: T) => number): Promise<T> {
  const results: T[] = [];
  for (let round = 0; round < rounds; round += 1) results.push(await measure());
  return results.sort((a, b) => by(a) - by(b))[Math.floor((rounds - 1) / 2)]!;
}

const lines: string[] = [];

/** Prints one figure: what, ours, the bare limit of the same run, and their ratio. */
export function report(what: string, ours: string, bare = "", ratio?: number, goal = ""): void {
  const line = `| ${what} | ${ours} | ${bare} | ${ratio === undefined || Number.isNaN(ratio) ? "" : ratio.toFixed(2)} | ${goal} |`;
  lines.push(line);
  console.log(line);
}
