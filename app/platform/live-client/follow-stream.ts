import type { Delivery } from "~/platform/publisher.server";
import { mayPass, patience, type Line, type LineCode } from "./line";
import { receive, startRun, type UnbrokenRun } from "./unbroken-run";

export type { Delivery };

type CatchUp = { head: number; facts?: Delivery[]; reload?: true };

export interface FollowOptions {
  stream: string;
  /** The number that the page was made at. */
  since: number;
  /** Facts in order, each exactly once, without a hole. */
  onFacts: (facts: Delivery[]) => void;
  /** Too much was missed: load the page again. Nothing is followed any more. */
  onReload: () => void;
  /** The right to follow is gone: clear what is shown and say why. Nothing is followed any more. */
  onDenied: (code: LineCode) => void;
  /** Runs `work` later; returns how to call it off. For tests. */
  later?: (work: () => void, ms: number) => () => void;
  random?: () => number;
}

export interface Following {
  /** An answer said that the stream is at least this far: if that does not arrive by itself, it is fetched. */
  expect: (n: number) => void;
  stop: () => void;
}

/** A hole may close by itself; after this long it is asked for, in milliseconds, spread so that not everybody asks at once. */
const holePatience = { least: 300, spread: 200 };

const laterByClock = (work: () => void, ms: number) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/**
 * Follows one stream over the page's line: joins it at every connection from where it was, hands on unbroken runs, and has
 * holes filled through the same gate. Nothing depends on the order or the completeness of what comes in.
 */
export function followStream(line: Line, options: FollowOptions): Following {
  const { stream, onFacts, onReload, onDenied, later = laterByClock, random = Math.random } = options;
  let run: UnbrokenRun<Delivery> = startRun(options.since);
  let expected = options.since;
  let joining = false;
  let again = false;
  let tries = 0;
  let stopped = false;
  let callOff: (() => void) | null = null;

  const take = (facts: readonly Delivery[]) => {
    const { run: next, ready } = receive(run, facts);
    run = next;
    if (ready.length > 0) onFacts(ready);
    watchHole();
  };
  const behind = () => run.waiting.size > 0 || expected > run.n;
  const watchHole = () => {
    if (!behind()) {
      // A wait for the next try after a failure goes on; one for a hole has no reason any more.
      if (tries === 0) forgetWait();
    } else if (!callOff && !joining) {
      wait(holePatience.least + random() * holePatience.spread);
    }
  };
  const wait = (ms: number) => {
    forgetWait();
    callOff = later(() => {
      callOff = null;
      void join();
    }, ms);
  };
  const forgetWait = () => {
    callOff?.();
    callOff = null;
  };
  const stop = () => {
    stopped = true;
    forgetWait();
    for (const end of listening) end();
  };
  const join = async (): Promise<void> => {
    if (stopped || line.state() !== "live") return;
    if (joining) return void (again = true);
    joining = true;
    forgetWait();
    const promised = expected;
    const answer = await line.ask<CatchUp>("stream:join", { stream, since: run.n });
    joining = false;
    if (stopped) return;
    if (!answer.ok) {
      if (!mayPass(answer.code)) return (stop(), onDenied(answer.code));
      if (line.state() === "live") wait(patience(tries++, random));
      return;
    }
    tries = 0;
    if (answer.reload) return (stop(), onReload());
    // What was promised before asking and is not there never comes: it was of another stream, as after a move.
    if (expected === promised) expected = Math.min(promised, answer.head);
    take(answer.facts ?? []);
    if (again) {
      again = false;
      await join();
    }
  };
  const listening = [
    line.on("fact", (fact: Delivery) => void (fact.stream === stream && take([fact]))),
    line.on("stream:denied", (denied: { stream: string; code: LineCode }) => void (denied.stream === stream && (stop(), onDenied(denied.code)))),
    line.onState((state) => {
      tries = 0;
      if (state === "live") void join();
      else forgetWait();
    }),
  ];
  void join();
  return {
    expect: (n) => {
      expected = Math.max(expected, n);
      watchHole();
    },
    stop: () => {
      stop();
      if (line.state() === "live") void line.ask("stream:leave", { stream });
    },
  };
}
