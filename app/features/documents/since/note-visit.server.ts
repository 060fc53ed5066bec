import { and, eq, exists, gt, ne, or, sql } from "drizzle-orm";
import { z } from "zod";
import { actor, document, documentUpdate, documentVisit, documentWriter } from "#db/schema/index";
import { mayKeepDocuments } from "~/permissions/documents";
import { signedIn, theHouse, type Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import type { DocumentRow } from "../queries.server";
import { sinceHref } from "../views";
import { writersToMs } from "../writing/writers.server";
import { nextVisit, seenBefore, type Seen, type Visit } from "./visits";

/** Visits that go on are noted once in so many minutes, when nothing new was seen. */
const againMinutes = 5;

/** The line on a text that somebody else wrote in since the reader was there. */
export interface SinceView {
  href: string;
  at: string;
}

export interface FoundVisit {
  visit: Visit;
  /** When they last wrote along. */
  wroteAt: Date | null;
}

/** Up to where somebody saw a text; null for who never opened it, or has no account. `hold` keeps the row until the commit. */
export async function findVisit(ctx: Ctx, who: { personId: string; actorId: string }, documentId: string, hold = false): Promise<FoundVisit | null> {
  const wrote = and(eq(documentWriter.documentId, documentVisit.documentId), eq(documentWriter.actorId, who.actorId));
  const query = ctx.db
    .select({ visit: { seq: documentVisit.seq, at: documentVisit.at, beforeSeq: documentVisit.beforeSeq, beforeAt: documentVisit.beforeAt }, wroteAt: documentWriter.lastAt })
    .from(documentVisit)
    .leftJoin(documentWriter, wrote)
    .where(and(eq(documentVisit.personId, who.personId), eq(documentVisit.documentId, documentId)));
  const [row] = hold ? await query.for("no key update", { of: documentVisit }) : await query;
  return row ?? null;
}

/** Keeps up to where somebody saw a text: one row per person and text, and no fact. */
export const recordVisit = defineAction({
  name: "document.record-visit",
  input: z.strictObject({ person: z.uuid(), actor: z.uuid(), document: z.uuid(), seq: z.int().min(0).max(2 ** 31 - 1), at: z.date() }),
  load: async (ctx, { person, actor: actorId, document: documentId }) => {
    const [row] = await ctx.db.select({ id: document.id }).from(document).where(eq(document.id, documentId));
    return { there: row !== undefined, found: await findVisit(ctx, { personId: person, actorId }, documentId, true) };
  },
  allow: (by) => mayKeepDocuments(by),
  run: async (ctx, { input: { person: personId, document: documentId, seq, at }, loaded: { there, found } }) => {
    if (!there) return;
    const visit = nextVisit(found?.visit ?? null, { seq, at }, found?.wroteAt ?? null);
    if (found) await ctx.db.update(documentVisit).set(visit).where(and(eq(documentVisit.personId, personId), eq(documentVisit.documentId, documentId)));
    // Two first visits at once: the other one is as good.
    else await ctx.db.insert(documentVisit).values({ personId, documentId, ...visit }).onConflictDoNothing();
  },
});

/**
 * Notes, after the answer went out, that the actor sees a text as it stands now; that may be lost. @returns the line for
 * who was there before, when somebody else wrote in it since.
 */
export async function visitText(ctx: Ctx, { id, seq }: Pick<DocumentRow, "id" | "seq">): Promise<SinceView | null> {
  const { personId, actorId } = ctx.actor;
  if (personId === null || actorId === null || !signedIn(ctx.actor)) return null;
  const found = await findVisit(ctx, { personId, actorId }, id);
  const before = seenBefore(found?.visit ?? null, found?.wroteAt ?? null, ctx.now);
  if (!found || found.visit.seq < seq || ctx.now.getTime() - found.visit.at.getTime() >= againMinutes * 60_000) {
    const visit = { person: personId, actor: actorId, document: id, seq, at: ctx.now };
    setImmediate(() => void recordVisit({ ...ctx, actor: theHouse }, visit).catch((error: unknown) => ctx.house.logger.warn({ err: error }, "a visit to a text was not noted")));
  }
  if (!before || before.seq >= seq || !(await didOthersWrite(ctx, id, actorId, before))) return null;
  return { href: sinceHref(id, before.seq), at: before.at.toISOString() };
}

async function didOthersWrite(ctx: Ctx, id: string, actorId: string, { seq, at }: Seen): Promise<boolean> {
  const others = ctx.db
    .select({ one: sql`1` })
    .from(documentWriter)
    .where(and(eq(documentWriter.documentId, id), ne(documentWriter.actorId, actorId), gt(documentWriter.lastAt, new Date(at.getTime() - writersToMs))));
  // Also what is no writing along, such as a version that was brought back.
  const rows = ctx.db.select({ one: sql`1` }).from(documentUpdate).where(and(eq(documentUpdate.documentId, id), gt(documentUpdate.seq, seq), ne(documentUpdate.actorId, actorId)));
  const [found] = await ctx.db.select({ id: document.id }).from(document).where(and(eq(document.id, id), or(exists(others), exists(rows))));
  return found !== undefined;
}

/**
 * Who wrote saw the text up to their own last words, also where they never opened it again. Inside an action: `at` is when they wrote these.
 */
export async function noteOwnWords(ctx: Ctx, documentId: string, actorId: string, { seq, at }: Seen): Promise<void> {
  const inTheOneBefore = sql`${documentVisit.beforeAt} >= ${new Date(at.getTime() - writersToMs).toISOString()}::timestamptz`;
  await ctx.db
    .update(documentVisit)
    .set({
      seq: sql`greatest(${documentVisit.seq}, ${seq}::int)`,
      beforeSeq: sql`case when ${inTheOneBefore} then greatest(${documentVisit.beforeSeq}, ${seq}::int) else ${documentVisit.beforeSeq} end`,
    })
    .where(and(eq(documentVisit.documentId, documentId), eq(documentVisit.personId, sql`(select ${actor.personId} from ${actor} where ${actor.id} = ${actorId}::uuid)`)));
}
