import { and, desc, eq } from "drizzle-orm";
import { documentRevision, documentUpdate } from "#db/schema/index";
import { mayWriteDocument } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { addRevision } from "./add-revision.server";
import { aboutFact, accessDocument } from "../access-document.server";
import { documentFeed } from "../writing/document-feed.server";
import { revisionRestored } from "../facts";
import { NameRevisionInput, RestoreRevisionInput } from "../input";
import { askState } from "../writing/join-document.server";
import { findDocument, insertUpdates } from "../queries.server";

const columns = { id: documentRevision.id, kind: documentRevision.kind, name: documentRevision.name, uptoSeq: documentRevision.uptoSeq, byActor: documentRevision.byActor, writers: documentRevision.writers, createdAt: documentRevision.createdAt };

/** Versions of a text, newest first, without their content. */
export async function findRevisions(ctx: Ctx, documentId: string) {
  return ctx.db.select(columns).from(documentRevision).where(eq(documentRevision.documentId, documentId)).orderBy(desc(documentRevision.createdAt), desc(documentRevision.uptoSeq), desc(documentRevision.id)).limit(200);
}

/** The state that a version keeps. @throws AppError `not_found` */
export async function stateOfRevision(ctx: Ctx, documentId: string, id: string): Promise<Uint8Array> {
  const [row] = await ctx.db.select({ state: documentRevision.state }).from(documentRevision).where(and(eq(documentRevision.id, id), eq(documentRevision.documentId, documentId)));
  if (!row) throw new AppError("not_found");
  return row.state;
}

/** Keeps a text as it stands now under a name. */
export const nameRevision = defineAction({
  name: "document.name-revision",
  input: NameRevisionInput,
  limit: perPerson(10, "minute"),
  prepare: async (ctx, input) => {
    await accessDocument(ctx, input.document);
    return askState(ctx, input.document, "project", { document: input.document });
  },
  load: (ctx, input) => accessDocument(ctx, input.document),
  allow: (actor, loaded) => mayWriteDocument(actor, loaded.relation),
  run: async (ctx, { input, prepared }) => {
    const state = Buffer.from(prepared.answer.snapshot);
    await addRevision(ctx, { documentId: input.document, uptoSeq: prepared.seq, kind: "named", name: input.name, state, byActor: ctx.actor.actorId });
    return { id: input.document };
  },
});

const restore = defineAction({
  name: "document.restore-revision",
  input: RestoreRevisionInput,
  limit: perPerson(10, "minute"),
  prepare: async (ctx, input) => {
    await accessDocument(ctx, input.document);
    const state = await stateOfRevision(ctx, input.document, input.revision);
    return askState(ctx, input.document, "restore", { document: input.document, state });
  },
  load: (ctx, input) => accessDocument(ctx, input.document),
  allow: (actor, loaded) => mayWriteDocument(actor, loaded.relation),
  run: async (ctx, { input, loaded, prepared, fact }) => {
    const { document: documentId, push } = input;
    const [again] = await ctx.db.select({ seq: documentUpdate.seq }).from(documentUpdate).where(and(eq(documentUpdate.documentId, documentId), eq(documentUpdate.push, push)));
    if (again || !prepared.answer) return { id: documentId, added: null };
    const { update, state } = prepared.answer;
    const row = await findDocument(ctx, documentId, true);
    const seq = row!.seq + 1;
    await addRevision(ctx, { documentId, uptoSeq: prepared.seq, kind: "before_restore", state: Buffer.from(state), byActor: ctx.actor.actorId });
    await insertUpdates(ctx, [{ documentId, seq, actorId: ctx.actor.actorId!, push, update }], new Map());
    fact(revisionRestored, { ...aboutFact(loaded), data: {} });
    return { id: documentId, added: { n: seq, update } };
  },
});

/**
 * Brings back an old version as an edit like any other, after keeping what stood there: people who are typing lose
 * nothing. @throws AppError `not_found` for an absent version, or the rule's code.
 */
export async function restoreRevision(ctx: Ctx, raw: unknown): Promise<{ id: string }> {
  const { id, added } = await restore(ctx, raw);
  if (added) documentFeed(ctx.house).offer(id, added);
  return { id };
}
