import { eq, sql } from "drizzle-orm";
import * as Y from "yjs";
import type { z } from "zod";
import { documentProposal } from "#db/schema/index";
import { mayPropose } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { accessDocument } from "../access-document.server";
import { examineLimits } from "../writing/examine-pushes.server";
import { ChangeProposalInput, PushProposalInput } from "../input";
import { askState } from "../writing/join-document.server";
import { findDraft, forkOf, type ProposalRow } from "./access-proposal.server";
import { askWorker } from "./ask-worker.server";

/**
 * Changes a piece of one's draft for a text, which begins with the first change; works as a plain form. Sending the same
 * edit again does nothing. @throws AppError `stale` when the piece is not there, `forbidden_content`, `too_large`, or the rule's code.
 */
export const changeProposal = defineAction({
  name: "document.change-proposal",
  input: ChangeProposalInput,
  limit: perPerson(60, "minute"),
  prepare: (ctx, input) => edited(ctx, input),
  load: async (ctx, input) => ({ ...(await accessDocument(ctx, input.document)), draft: await findDraft(ctx, input.document, true) }),
  allow: (actor, { relation }) => mayPropose(actor, relation),
  run: async (ctx, { input, loaded: { draft }, prepared }) => {
    if (draft?.lastEdit === input.edit) return { id: draft.id };
    if ((draft?.id ?? null) !== prepared.from) throw new AppError("stale");
    const { id } = await storeEdit(ctx, { ...prepared, id: input.id, document: input.document, edit: input.edit, draft });
    return { id };
  },
});

/**
 * Takes what the editor changed into one's draft, which begins with the first of it. Yjs does nothing with what is there
 * already, so a retry is harmless. @throws AppError `gap` for what leans on something that the draft does not have,
 * `retry` when the draft began elsewhere meanwhile, `forbidden_content`, `too_large`, or the rule's code.
 */
export const pushToProposal = defineAction({
  name: "document.push-proposal",
  input: PushProposalInput,
  limit: perPerson(600, "minute"),
  prepare: async (ctx, input) => {
    const { from, fork, baseSeq } = await myFork(ctx, input.document);
    const { update, verdict } = await askWorker(ctx, "changeFork", { fork, update: input.update, limits: examineLimits });
    if (!verdict.ok) throw new AppError(verdict.code, verdict.code === "gap" ? { stateVector: verdict.stateVector } : {});
    if (update.byteLength > limits.documentPushBytes) throw new AppError("too_large");
    return { from, base: fork.base, baseSeq, update };
  },
  load: async (ctx, input) => ({ ...(await accessDocument(ctx, input.document)), draft: await findDraft(ctx, input.document, true) }),
  allow: (actor, { relation }) => mayPropose(actor, relation),
  run: async (ctx, { input, loaded: { draft }, prepared }) => {
    if ((draft?.id ?? null) !== prepared.from) throw new AppError("retry");
    return storeEdit(ctx, { ...prepared, id: input.id, document: input.document, edit: null, draft });
  },
});

interface NewEdit {
  id: string;
  document: string;
  /** Name of an edit by a form. */
  edit: string | null;
  draft: ProposalRow | undefined;
  base: Uint8Array;
  baseSeq: number;
  update: Uint8Array;
}

/** Adds to the draft, or begins it. */
async function storeEdit(ctx: Ctx, { id, document, edit, draft, base, baseSeq, update }: NewEdit): Promise<{ id: string; rev: number }> {
  if (draft) {
    const stored = await forkOf(ctx, draft.id);
    // Another tab may have changed another piece meanwhile: both stay.
    const merged = Buffer.from(stored.update.byteLength > 0 ? Y.mergeUpdates([stored.update, update]) : update);
    await ctx.db.update(documentProposal).set({ update: merged, lastEdit: edit, changedAt: ctx.now, rev: sql`${documentProposal.rev} + 1` }).where(eq(documentProposal.id, draft.id));
    return { id: draft.id, rev: draft.rev + 1 };
  }
  const made = await ctx.db
    .insert(documentProposal)
    .values({ id, documentId: document, authorActor: ctx.actor.actorId!, baseSeq, base: Buffer.from(base), update: Buffer.from(update), lastEdit: edit, changedAt: ctx.now, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: documentProposal.id });
  if (made.length === 0) throw new AppError("already_done");
  return { id, rev: 1 };
}

/** The fork with this edit in it, made and judged in the worker before anything is locked. */
async function edited(ctx: Ctx, { document, key, how, text, edit }: z.infer<typeof ChangeProposalInput>) {
  const { from, fork: { base, update }, baseSeq, lastEdit } = await myFork(ctx, document);
  if (lastEdit === edit) return { from, base, baseSeq, update };
  const answer = await askWorker(ctx, "editPiece", { fork: { base, update }, edit: { key, how, text }, limits: examineLimits });
  if (!answer) throw new AppError("stale");
  if (answer.verdict && !answer.verdict.ok) throw new AppError(answer.verdict.code === "gap" ? "stale" : answer.verdict.code);
  if (answer.update.byteLength > limits.documentPushBytes) throw new AppError("too_large");
  return { from, base, baseSeq, update: answer.update };
}

/** My draft for a text, or the text as it stands now where there is none. @throws the rule's code for who may not propose. */
export async function myFork(ctx: Ctx, document: string) {
  const { relation } = await accessDocument(ctx, document);
  const may = mayPropose(ctx.actor, relation);
  if (may !== true) throw new AppError(may);
  const draft = await findDraft(ctx, document);
  const { base, update, baseSeq } = draft ? { ...(await forkOf(ctx, draft.id)), baseSeq: draft.baseSeq } : await leave(ctx, document);
  return { from: draft?.id ?? null, fork: { base, update }, baseSeq, lastEdit: draft?.lastEdit ?? null, rev: draft?.rev ?? 0 };
}

/** A fork of a text as it stands now. */
export async function leave(ctx: Ctx, document: string): Promise<{ base: Uint8Array; update: Uint8Array; baseSeq: number }> {
  const { answer, seq } = await askState(ctx, document, "project", { document });
  return { base: answer.snapshot, update: new Uint8Array(), baseSeq: seq };
}
