import { AppError } from "~/platform/codes";
import type { Actor, Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { lanesOf } from "./lanes.server";
import { readCommitted, readLog } from "./queries.server";
import { strike } from "./strikes.server";
import { LaneError, type WorkerLane } from "./worker-lane.server";

/** What the examination says of an update that may be stored. */
export interface Examined {
  /** Yjs clients under whose name it writes something new. */
  clients: number[];
  /** Version of the schema that its content needs. */
  version: number;
  /** Which one it is, from 0, among the updates of its text in this batch that were let through: each may lean on those before it. */
  place: number;
}

interface Candidate {
  actor: Actor;
  update: Uint8Array;
}

/** How often one update is tried again, after a reload of the text or the loss of the worker, before its sender must. */
const triesAtMost = 3;
const examineLimits = { clients: limits.documentClientsPerUpdate, depth: limits.documentDepth, nodes: limits.documentNodes };
/** Loading is of what was examined before; large texts take a while. */
const loadMs = 10_000;

/**
 * Judges updates for one text, in their order, before any lock is taken: nothing crafted can hold the database. What was
 * good once stays good, because Yjs only ever adds; so it is enough that everything it leans on is committed before it.
 * @returns per candidate what was found, or the refusal. @throws when the text itself cannot be read.
 */
export async function examinePushes(ctx: Ctx, documentId: string, candidates: Candidate[]): Promise<(Examined | AppError)[]> {
  const lane = lanesOf(ctx.house).examine;
  const judge = ({ update }: Candidate) => lane.ask("examine", { document: documentId, update, limits: examineLimits }, limits.documentExamineMs);
  const passed: Uint8Array[] = [];
  const results: (Examined | AppError)[] = [];
  // Of the candidate that comes next.
  let tries = 0;
  const settle = (result: Examined | AppError) => {
    results.push(result);
    tries = 0;
  };
  let isFresh = false;
  while (results.length < candidates.length) {
    if (!(await isKept(ctx, lane, documentId, passed))) return candidates.map(() => new AppError("not_found"));
    const rest = candidates.slice(results.length);
    for (const [index, one] of (await Promise.allSettled(rest.map(judge))).entries()) {
      let outcome = one;
      if (outcome.status === "fulfilled" && !outcome.value.ok && outcome.value.code === "gap") {
        // The worker may not know yet what another process wrote, or what it leans on has only just passed.
        if (!isFresh) await refresh(ctx, lane, documentId);
        isFresh = true;
        [outcome] = (await Promise.allSettled([judge(rest[index]!)])) as [typeof one];
      }
      if (outcome.status === "rejected") {
        if (isExceeded(outcome.reason)) await strike(ctx.house, rest[index]!.actor);
        // What only got lost with a slow one is asked again; the slow one its sender must send again.
        if (isExceeded(outcome.reason) || (tries += 1) >= triesAtMost) settle(new AppError("retry"));
        break;
      }
      const verdict = outcome.value;
      if (verdict.ok) {
        settle({ clients: verdict.clients, version: verdict.version, place: passed.length });
        passed.push(rest[index]!.update);
        continue;
      }
      settle(verdict.code === "gap" ? new AppError("gap", { stateVector: verdict.stateVector }) : new AppError(verdict.code));
      if (!verdict.spoiled) continue;
      lane.forget(documentId);
      break;
    }
  }
  return results;
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
  lane.note(documentId, committed.seq);
  lane
    .ask("load", { document: documentId, snapshot: committed.snapshot, rows: [...committed.rows.map((row) => row.update), ...passed] }, loadMs)
    .catch(() => lane.forget(documentId));
  return true;
}
