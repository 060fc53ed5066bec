import { AppError } from "~/platform/codes";
import type { Actor, Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { lanesOf } from "../worker/lanes.server";
import { sizeOf, readCommitted, readLog } from "../queries.server";
import { strike } from "./strikes.server";
import { LaneError, loadMs, type WorkerLane } from "../worker/worker-lane.server";
import type { Verdict } from "../worker/examine";

/** What the examination says of an update that may be stored. */
export interface Examined {
  /** Yjs clients under whose name it writes something new. */
  clients: number[];
  /** Version of the schema that its content needs. */
  version: number;
  /** Which one it is, from 0, among the updates of its text in this batch that were let through: each may lean on those before it. */
  place: number;
  /** The text must be stored up to this number for that to hold. */
  seq: number;
  /** Whether the worker knows it. */
  told: boolean;
}

interface Candidate {
  actor: Actor;
  update: Uint8Array;
}

/** How often one update is tried again, after a reload of the text or the loss of the worker, before its sender must. */
const triesAtMost = 3;
/** What every update is held to, by whatever way it comes. */
export const examineLimits = { clients: limits.documentClientsPerUpdate, depth: limits.documentDepth, nodes: limits.documentNodes };
/** What is judged in one order at most, in bytes, unless one update alone is more: a few hundred strokes, far from the time limit. */
const togetherBytes = 16 * 1024;

/**
 * Judges updates for one text before any lock is taken: nothing crafted can hold the database. What was good once stays
 * good, because Yjs only ever adds; so it is enough that everything it leans on is committed before it. Updates of one
 * batch that came out of order get their places in the order in which they lean on one another. What only goes on in the
 * midst of a word comes first, and without the worker when nothing else is there.
 * @returns per candidate what was found, or the refusal. @throws when the text itself cannot be read.
 */
export async function examinePushes(ctx: Ctx, documentId: string, candidates: Candidate[]): Promise<(Examined | AppError)[]> {
  const { examine: lane, running } = lanesOf(ctx.house);
  const judge = (indexes: number[]) => lane.ask("examine", { document: documentId, updates: indexes.map((index) => candidates[index]!.update), limits: examineLimits }, limits.documentExamineMs);
  const results: (Examined | AppError)[] = [];
  const passed: Uint8Array[] = [];
  const goesOn = running.judge(documentId, candidates.map(({ update }) => update));
  let waiting = candidates.flatMap((_, index) => (goesOn[index] ? [] : [index]));
  goesOn.forEach((one, index) => {
    if (!one) return;
    results[index] = { ...one, version: 1, place: passed.length, told: waiting.length > 0 };
    passed.push(candidates[index]!.update);
  });
  if (waiting.length > 0 && passed.length > 0 && lane.seqOf(documentId) !== undefined) lane.ask("apply", { document: documentId, rows: passed }, loadMs).catch(() => lane.forget(documentId));
  // Of the candidate at which the worker failed last, and of the text when nothing else fitted on what is known of it.
  let tries = 0;
  let isFresh = false;
  // Strokes of a key are judged in one order; where one takes too long, each by itself shows which.
  let together = true;
  while (waiting.length > 0) {
    if (!(await isKept(ctx, lane, documentId, passed))) return candidates.map(() => new AppError("not_found"));
    const gaps = new Map<number, Uint8Array>();
    let next: number[] = [];
    const orders = together ? inOrders(candidates, waiting) : waiting.map((index) => [index]);
    const outcomes = (await Promise.allSettled(orders.map(judge))).flatMap((outcome, at): Outcome[] =>
      outcome.status === "fulfilled" ? outcome.value.map((verdict) => ({ status: "fulfilled", verdict })) : [{ ...outcome, judged: orders[at]!.length }],
    );
    for (const [at, outcome] of outcomes.entries()) {
      const index = waiting[at]!;
      const rest = waiting.slice(at + 1);
      if (outcome.status === "rejected") {
        const exceeded = isExceeded(outcome.reason);
        if (outcome.judged > 1) together = false;
        else if (exceeded) await strike(ctx.house, candidates[index]!.actor);
        // What only got lost with a slow one is asked again; the slow one its sender must send again.
        const givesUp = outcome.judged === 1 && (exceeded || (tries += 1) >= triesAtMost);
        if (givesUp) results[index] = new AppError("retry");
        if (givesUp) tries = 0;
        next = [...gaps.keys(), ...(givesUp ? [] : [index]), ...rest];
        gaps.clear();
        // The worker may have let through what comes after it; it begins again from what is settled.
        lane.drop(documentId);
        break;
      }
      const { verdict } = outcome;
      if (verdict.ok) {
        const { update } = candidates[index]!;
        results[index] = { clients: verdict.clients, version: verdict.version, place: passed.length, seq: 0, told: true };
        passed.push(update);
        running.learn(documentId, update, verdict.clients);
      } else if (verdict.code === "gap") {
        gaps.set(index, verdict.stateVector);
      } else {
        results[index] = new AppError(verdict.code);
        if (!verdict.spoiled) continue;
        lane.forget(documentId);
        next = [...gaps.keys(), ...rest];
        gaps.clear();
        break;
      }
    }
    if (gaps.size < waiting.length) waiting = [...gaps.keys(), ...next];
    else if (!isFresh) {
      // The worker may not know yet what another process wrote.
      await refresh(ctx, lane, documentId);
      isFresh = true;
    } else {
      for (const [index, stateVector] of gaps) results[index] = new AppError("gap", { stateVector });
      waiting = [];
    }
  }
  return results;
}

type Outcome = { status: "fulfilled"; verdict: Verdict } | { status: "rejected"; reason: unknown; /** How many updates were in that order. */ judged: number };

/** Cuts what is to be judged into orders, in its order: small updates together, every other one alone. */
function inOrders(candidates: Candidate[], indexes: number[]): number[][] {
  const orders: number[][] = [];
  let bytes = Infinity;
  for (const index of indexes) {
    const { byteLength } = candidates[index]!.update;
    bytes += byteLength;
    if (bytes <= togetherBytes) orders.at(-1)!.push(index);
    else {
      orders.push([index]);
      bytes = byteLength;
    }
  }
  return orders;
}

/** Whether this very order took too long. @throws what is no failure of the worker. */
function isExceeded(reason: unknown): boolean {
  if (!(reason instanceof LaneError)) throw reason;
  return reason.reason === "exceeded";
}

/** Tells the worker what was committed since, by other processes. */
async function refresh(ctx: Ctx, lane: WorkerLane, documentId: string): Promise<void> {
  const known = lane.seqOf(documentId);
  if (known === undefined) return;
  const rows = await readLog(ctx, documentId, known);
  if (rows.length === 0 || lane.seqOf(documentId) !== known) return;
  if (rows[0]!.seq > known + 1) return lane.drop(documentId);
  lane.note(documentId, rows.at(-1)!.seq);
  lane.ask("apply", { document: documentId, rows: rows.map((row) => row.update) }, loadMs).catch(() => lane.forget(documentId));
}

/** Makes sure that the worker has what was committed, and what passed in this batch. @returns false when there is no such text. */
async function isKept(ctx: Ctx, lane: WorkerLane, documentId: string, passed: Uint8Array[]): Promise<boolean> {
  if (lane.seqOf(documentId) !== undefined) return true;
  const committed = await readCommitted(ctx, documentId);
  if (!committed) return false;
  lane.note(documentId, committed.seq, sizeOf(committed));
  lane
    .ask("load", { document: documentId, snapshot: committed.snapshot, rows: [...committed.rows.map((row) => row.update), ...passed] }, loadMs)
    .catch(() => lane.forget(documentId));
  return true;
}
