/** One numbered fact of a stream; the numbers of a stream have no holes. */
export interface NumberedFact {
  n: number;
}

/** How far a browser has followed a stream without a hole, and what came too early. */
export interface UnbrokenRun<F extends NumberedFact> {
  n: number;
  waiting: ReadonlyMap<number, F>;
}

export function startRun<F extends NumberedFact>(n: number): UnbrokenRun<F> {
  return { n, waiting: new Map() };
}

/** Takes in facts as they come, in any order and more than once. `ready` are those that now follow without a hole, in order. */
export function receive<F extends NumberedFact>(run: UnbrokenRun<F>, facts: readonly F[]): { run: UnbrokenRun<F>; ready: F[] } {
  const waiting = new Map(run.waiting);
  for (const fact of facts) if (fact.n > run.n) waiting.set(fact.n, fact);
  const ready: F[] = [];
  let { n } = run;
  for (let next = waiting.get(n + 1); next; next = waiting.get(n + 1)) {
    waiting.delete(next.n);
    n = next.n;
    ready.push(next);
  }
  return { run: { n, waiting }, ready };
}
