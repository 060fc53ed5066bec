import * as Y from "yjs";
import { mayWriteDocument } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx, House } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import type { LiveConnection } from "~/platform/live-event.server";
import { accessDocument } from "../access-document.server";
import { base64Of } from "./base64-of.server";
import { follow, followerOf, followersOf } from "./followers.server";
import { lanesOf } from "../worker/lanes.server";
import type { DocumentJoin, DocumentJoined } from "../live";
import { sizeOf, logPage, readAsItLies, readCommitted, readLog, type LogRow } from "../queries.server";
import { isStruck } from "./strikes.server";
import { LaneError, type WorkerLane } from "../worker/worker-lane.server";
import type { OrderKind, Orders } from "../worker/orders";

const askMs = 10_000;
/** Rows that are given by themselves at most, and of how many bytes: a client places each of them. A job folds them from 200 on. */
const [rowsAtMost, rowBytesAtMost] = [1_000, 64 * 1024];

/**
 * Lets a connection follow a text and gives what its client lacks. It follows first and reads then: what is committed in
 * between comes twice, which Yjs does not mind, and never not at all.
 * @throws AppError `upgrade` for an editor that knows less than the text holds; `full`; the refusals of the text.
 */
export async function joinDocument(ctx: Ctx, wanted: DocumentJoin, connection: LiveConnection): Promise<DocumentJoined> {
  const { document, relation } = await accessDocument(ctx, wanted.id);
  if (isStruck(ctx.house, ctx.actor)) throw new AppError("too_many");
  if (wanted.schemaVersion < document.schemaVersion) throw new AppError("upgrade");
  const known = followerOf(ctx.house, wanted.id, connection);
  if (!known && followersOf(ctx.house, wanted.id).length >= limits.editorsPerDocument) throw new AppError("full");
  const role = mayWriteDocument(ctx.actor, relation) === true ? "write" : "read";
  follow(ctx.house, { documentId: wanted.id, connection, actor: ctx.actor, schemaVersion: wanted.schemaVersion, role }, document.seq);
  // Most texts are open without anybody writing in them: those cost the workers nothing.
  const given = hasNothing(wanted.stateVector) ? await giveAsItLies(ctx, wanted.id, wanted.rows ? rowsAtMost : 0) : null;
  if (given) return { role, ...given };
  const { answer, seq } = await askState(ctx, wanted.id, "missing", { document: wanted.id, stateVector: wanted.stateVector });
  if (!answer) throw new AppError("invalid_input");
  return { role, ...answer, seq };
}

/** A text that needs no worker to be given: everything of it is folded, or its newest rows are few and small. */
async function giveAsItLies(ctx: Ctx, id: string, atMost: number): Promise<Omit<DocumentJoined, "role"> | null> {
  const found = await readAsItLies(ctx, id, atMost);
  if (!found) return null;
  const { snapshot, vector, rows, seq } = found;
  if (rows.length === 0) return { missing: snapshot, stateVector: vector, seq };
  if (rows.reduce((sum, { update }) => sum + update.byteLength, 0) > rowBytesAtMost) return null;
  return { missing: snapshot, updates: rows.map(({ update }) => base64Of(update)), stateVector: vectorWith(vector, rows), seq };
}

/** The state vector once rows of the log came to what has this one. */
function vectorWith(vector: Uint8Array, rows: readonly LogRow[]): Uint8Array {
  const clocks = Y.decodeStateVector(vector);
  for (const { update } of rows) for (const [client, clock] of Y.parseUpdateMeta(update).to) clocks.set(client, Math.max(clock, clocks.get(client) ?? 0));
  return Y.encodeStateVector(clocks);
}

/** Whether a state vector is that of an empty document: no bytes at all, or a count of no clients. */
const hasNothing = (stateVector: Uint8Array) => stateVector.length === 0 || (stateVector.length === 1 && stateVector[0] === 0);

/**
 * Asks the worker that knows committed text alone, after telling it of everything committed up to now.
 * @returns its answer and the number up to which it knew the text. @throws AppError `not_found`, `retry` when the worker got lost twice.
 */
export async function askState<K extends OrderKind>(ctx: Ctx, documentId: string, kind: K, order: Orders[K]["order"]): Promise<{ answer: Orders[K]["answer"]; seq: number }> {
  for (let tries = 1; ; tries += 1) {
    try {
      const seq = await bringUpToDate(ctx, documentId);
      return { answer: await lanesOf(ctx.house).state.ask(kind, order, askMs), seq };
    } catch (error) {
      if (!(error instanceof LaneError)) throw error;
      ctx.house.logger.warn({ document: documentId, reason: error.reason, kind }, "the worker for texts did not answer");
      lanesOf(ctx.house).state.forget(documentId);
      if (tries >= 2) throw new AppError("retry", {}, { cause: error });
    }
  }
}

/** Whole texts that are being read for a worker: those who come at once, as after a restart, share one reading. */
const reading = new WeakMap<WorkerLane, Map<string, Promise<number>>>();

/** Tells the worker of everything committed up to now. @returns the number up to which it knows the text. */
async function bringUpToDate(ctx: Ctx, documentId: string): Promise<number> {
  const lane = lanesOf(ctx.house).state;
  for (let looks = 0; looks < 4; looks += 1) {
    const known = lane.seqOf(documentId);
    if (known !== undefined) {
      const seq = catchUp(lane, documentId, await readLog(ctx, documentId, known));
      if (seq !== null) return seq;
      lane.forget(documentId);
    }
    const others = reading.get(lane)?.get(documentId);
    if (!others) return readWhole(ctx, lane, documentId);
    // What was committed after it began is looked for next.
    await others.catch(() => undefined);
  }
  return readWhole(ctx, lane, documentId);
}

/** Adds to what the worker knows. @returns up to where it knows the text then; null when it must be read as a whole. */
function catchUp(lane: WorkerLane, documentId: string, rows: LogRow[]): number | null {
  // Another who asked at the same moment may have told it some of these.
  const known = lane.seqOf(documentId);
  if (known === undefined || rows.length === logPage) return null;
  const fresh = rows.filter(({ seq }) => seq > known);
  if (fresh.length > 0 && fresh[0]!.seq !== known + 1) return null;
  const seq = fresh.at(-1)?.seq ?? known;
  lane.note(documentId, seq);
  if (fresh.length > 0) lane.ask("apply", { document: documentId, rows: fresh.map((row) => row.update) }, askMs).catch(() => lane.forget(documentId));
  return seq;
}

function readWhole(ctx: Ctx, lane: WorkerLane, documentId: string): Promise<number> {
  const under = reading.get(lane) ?? new Map<string, Promise<number>>();
  reading.set(lane, under);
  const whole = (async () => {
    const committed = await readCommitted(ctx, documentId);
    if (!committed) throw new AppError("not_found");
    lane.note(documentId, committed.seq, sizeOf(committed));
    lane
      .ask("load", { document: documentId, snapshot: committed.snapshot, rows: committed.rows.map((row) => row.update) }, askMs)
      .catch(() => lane.forget(documentId));
    return committed.seq;
  })();
  const done = () => void (under.get(documentId) === whole && under.delete(documentId));
  whole.then(done, done);
  under.set(documentId, whole);
  return whole;
}

/** Ends what a house keeps running for texts. */
export { closeLanes } from "../worker/lanes.server";
export type { House };
