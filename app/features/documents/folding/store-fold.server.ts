import { and, eq, lt, max, sql } from "drizzle-orm";
import { z } from "zod";
import { document, documentRevision, documentWriter } from "#db/schema/index";
import { mayKeepDocuments } from "~/permissions/documents";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { addRevision, keepBeforeDeletions } from "../versions/add-revision.server";
import { keepLinks } from "../backlinks/keep-links.server";
import type { ContentNode } from "../content";
import { deletionsAtMost } from "../deletions/large-deletion";
import { characterBuckets, documentEdited } from "../facts";
import { tellNamed } from "../mentions/tell-named.server";
import { findDocument } from "../queries.server";
import { noteOwnWords } from "../since/note-visit.server";
import { keepBeginning } from "../since/old-state.server";
import { FoundTasks, holdPeople, storeTasks } from "../tasks/store-tasks.server";

const seq = z.number().int().min(0);
const Deletions = z.array(z.strictObject({ seq, at: z.date(), state: z.instanceof(Uint8Array) })).max(deletionsAtMost.round).default([]);

/**
 * Puts a fold in its place: snapshot, content, words and tasks of a text up to a number of its log, with a revision when asked, and what stood before large deletions.
 * Work of the house; who is newly named or has a new task is told. Nothing happens when another process was further.
 * @returns whether it was stored.
 */
export const storeFold = defineAction({
  name: "document.store-fold",
  input: z.strictObject({ id: z.uuid(), seq, snapshot: z.instanceof(Uint8Array), vector: z.instanceof(Uint8Array), content: z.custom<ContentNode>((value) => typeof value === "object" && value !== null), text: z.string(), tasks: FoundTasks, deletions: Deletions, revision: z.boolean() }),
  // Those who have a task first, the text last, as everyone does who holds both.
  load: async (ctx, input) => ({ people: await holdPeople(ctx, input.tasks), row: await findDocument(ctx, input.id, true) }),
  allow: (actor) => mayKeepDocuments(actor),
  run: async (ctx, { input, loaded: { row, people }, fact }) => {
    if (!row) return false;
    const snapshot = Buffer.from(input.snapshot);
    await keepBeginning(ctx, row, input.seq);
    await keepBeforeDeletions(ctx, row.id, input.deletions);
    const isNew = input.revision && (await lastRevised(ctx, row.id)) < input.seq;
    if (isNew) await addRevision(ctx, { documentId: row.id, uptoSeq: input.seq, kind: "automatic", state: snapshot });
    if (input.seq <= row.contentSeq && input.seq <= row.snapshotSeq) return false;
    await tellNamed(ctx, row, input, fact);
    await ctx.db
      .update(document)
      .set({
        snapshot,
        snapshotSeq: input.seq,
        snapshotVector: Buffer.from(input.vector),
        content: { ...input.content },
        contentSeq: input.seq,
        plainText: input.text,
        bytes: sql`${snapshot.byteLength} + coalesce((select sum(length("update")) from document_update where document_id = ${row.id} and seq > ${input.seq}), 0)::int`,
      })
      .where(eq(document.id, row.id));
    await keepLinks(ctx, row.id, input.content);
    await storeTasks(ctx, { document: row, tasks: input.tasks, people, fact });
    return true;
  },
});

/** Up to where the newest version of a text goes. */
async function lastRevised(ctx: Ctx, documentId: string): Promise<number> {
  const [row] = await ctx.db.select({ seq: max(documentRevision.uptoSeq) }).from(documentRevision).where(eq(documentRevision.documentId, documentId));
  return row?.seq ?? 0;
}

const bucket = z.enum(characterBuckets);
const count = z.number().int().min(0);

/**
 * Notes in the log how somebody wrote along, once per session. Work of the house, in that person's name: the context
 * carries their actor id. Doing it again writes nothing.
 */
export const recordEditing = defineAction({
  name: "document.record-editing",
  input: z.strictObject({
    id: z.uuid(),
    uptoSeq: seq,
    sessions: z.array(z.strictObject({ added: bucket, removed: bucket, minutes: count, coAuthors: count, at: z.date() })).max(500),
  }),
  load: async (ctx, input) => ({ row: await findDocument(ctx, input.id) }),
  allow: (actor) => mayKeepDocuments(actor),
  run: async (ctx, { input, loaded: { row }, fact }) => {
    if (!row || !ctx.actor.actorId) return;
    const moved = await ctx.db
      .update(documentWriter)
      .set({ summarisedSeq: input.uptoSeq })
      .where(and(eq(documentWriter.documentId, row.id), eq(documentWriter.actorId, ctx.actor.actorId), lt(documentWriter.summarisedSeq, input.uptoSeq)))
      .returning({ actorId: documentWriter.actorId });
    if (moved.length === 0) return;
    const last = input.sessions[input.sessions.length - 1];
    if (last) await noteOwnWords(ctx, row.id, ctx.actor.actorId, { seq: input.uptoSeq, at: last.at });
    for (const { at, ...data } of input.sessions) {
      fact(documentEdited, { spaceId: row.spaceId, groupId: row.groupId, object: { kind: "document", id: row.id }, occurredAt: at, data });
    }
  },
});
