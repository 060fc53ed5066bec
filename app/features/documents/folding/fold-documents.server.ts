import { and, eq, gt, lt, lte, notExists, notInArray, or, sql } from "drizzle-orm";
import { document, documentRevision, documentUpdate, documentWriter } from "#db/schema/index";
import { makeCtx, theHouse, type Ctx, type House } from "~/platform/ctx.server";
import { findDeletions } from "../deletions/find-deletions.server";
import { askState } from "../writing/join-document.server";
import { recordEditing, storeFold } from "./store-fold.server";
import { summariseSessions } from "./summarise-sessions.server";

/** A text is folded when nobody wrote for a while, or when its log got long. */
const quietSeconds = 60;
const longLog = 200;
/** A pause in which an automatic revision is kept; while people write on and on, one a day. */
const pauseMinutes = 30;
const revisionHours = 24;
/** How long folded rows stay: a process that follows a text may still have to read them. */
const rowHours = 24;
const atOnce = 50;
/** What failed waits so long, or as many of them as are taken at once would keep all others waiting. */
const failedMinutes = 10;
/** Texts that could not be folded, and writers of a text whose words could not be measured. */
const failed = new WeakMap<House, Map<string, Date>>();

const before = (ctx: Ctx, minutes: number) => new Date(ctx.now.getTime() - minutes * 60_000);

/**
 * The round of a job: folds logs into snapshots and projections, keeps revisions at pauses, notes sessions of writing and
 * removes what nobody needs any more. Any number of processes may do it. @returns how many texts were folded.
 */
export async function foldDocuments(house: House): Promise<number> {
  const ctx = makeCtx(house, { actor: theHouse });
  const lastRevision = sql<number>`coalesce((select max(${documentRevision.uptoSeq}) from ${documentRevision} where ${documentRevision.documentId} = ${document.id}), 0)`;
  const lastKept = sql<Date | null>`(select max(${documentRevision.createdAt}) from ${documentRevision} where ${documentRevision.documentId} = ${document.id})`;
  const isPause = and(gt(document.seq, lastRevision), or(lt(document.changedAt, before(ctx, pauseMinutes)), lt(sql`coalesce(${lastKept}, ${document.createdAt})`, before(ctx, revisionHours * 60))));
  const due = await ctx.db
    .select({ id: document.id, revision: sql<boolean>`coalesce(${isPause}, false)` })
    .from(document)
    .where(and(or(and(gt(document.seq, document.contentSeq), or(lt(document.changedAt, before(ctx, quietSeconds / 60)), gt(sql`${document.seq} - ${document.contentSeq}`, longLog))), isPause), notInArray(document.id, failedLately(ctx))))
    .orderBy(document.changedAt)
    .limit(atOnce);
  let folded = 0;
  for (const { id, revision } of due) if (await attempt(ctx, id, () => foldDocument(ctx, id, revision))) folded += 1;
  await summarise(ctx);
  await removeFolded(ctx);
  return folded;
}

function failedLately(ctx: Ctx): string[] {
  const here = failed.get(ctx.house) ?? new Map<string, Date>();
  failed.set(ctx.house, here);
  for (const [id, at] of here) if (at <= before(ctx, failedMinutes)) here.delete(id);
  return [...here.keys()];
}

/** Does it for one. One that fails stops no other; it is tried again later. @returns what it came to, or false. */
async function attempt(ctx: Ctx, key: string, run: () => Promise<boolean>): Promise<boolean> {
  try {
    return await run();
  } catch (error) {
    ctx.house.logger.error({ err: error, document: key }, "a text could not be folded, or who wrote in it not be counted");
    failed.get(ctx.house)?.set(key, ctx.now);
    return false;
  }
}

async function foldDocument(ctx: Ctx, id: string, revision: boolean): Promise<boolean> {
  const { answer, seq } = await askState(ctx, id, "project", { document: id });
  return storeFold(ctx, { id, seq, snapshot: answer.snapshot, vector: answer.vector, content: answer.content, text: answer.text, tasks: answer.tasks, deletions: await findDeletions(ctx, id, seq), revision });
}

/** Writers who stopped for the length of a pause, with what they wrote since their last summary. */
async function summarise(ctx: Ctx): Promise<void> {
  const key = sql<string>`${documentWriter.documentId} || ' ' || ${documentWriter.actorId}`;
  const stopped = await ctx.db
    .select({ key, documentId: documentWriter.documentId, actorId: documentWriter.actorId, since: documentWriter.summarisedSeq })
    .from(documentWriter)
    .innerJoin(documentUpdate, and(eq(documentUpdate.documentId, documentWriter.documentId), eq(documentUpdate.actorId, documentWriter.actorId), gt(documentUpdate.seq, documentWriter.summarisedSeq)))
    .where(notInArray(key, failedLately(ctx)))
    .groupBy(documentWriter.documentId, documentWriter.actorId, documentWriter.summarisedSeq)
    .having(lt(sql`max(${documentUpdate.at})`, before(ctx, pauseMinutes)))
    .limit(atOnce);
  for (const one of stopped) await attempt(ctx, one.key, () => summariseWriter(ctx, one));
}

async function summariseWriter(ctx: Ctx, { documentId, actorId, since }: { documentId: string; actorId: string; since: number }): Promise<boolean> {
  const { sessions, uptoSeq } = await summariseSessions(ctx, { documentId, actorId, since, pauseMinutes });
  // In the name of the person who wrote, by the house.
  await recordEditing({ ...ctx, actor: { ...theHouse, actorId } }, { id: documentId, uptoSeq, sessions });
  return true;
}

/** Rows that are in the snapshot, a day old and counted: from here on the snapshot alone knows. */
async function removeFolded(ctx: Ctx): Promise<void> {
  const uncounted = ctx.db
    .select({ one: sql`1` })
    .from(documentWriter)
    .where(and(eq(documentWriter.documentId, documentUpdate.documentId), eq(documentWriter.actorId, documentUpdate.actorId), lt(documentWriter.summarisedSeq, documentUpdate.seq)));
  const old = ctx.db
    .select({ documentId: documentUpdate.documentId, seq: documentUpdate.seq })
    .from(documentUpdate)
    .innerJoin(document, eq(document.id, documentUpdate.documentId))
    .where(and(lte(documentUpdate.seq, document.snapshotSeq), lt(documentUpdate.at, before(ctx, rowHours * 60)), notExists(uncounted)))
    .limit(2_000);
  await ctx.db.delete(documentUpdate).where(sql`(${documentUpdate.documentId}, ${documentUpdate.seq}) in ${old}`);
}
