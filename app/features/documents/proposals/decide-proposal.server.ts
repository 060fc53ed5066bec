import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { documentClient, documentProposal, type StoredPart } from "#db/schema/index";
import { mayDecideProposal } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { streamId } from "~/platform/streams";
import { aboutFact } from "../access-document.server";
import { documentFeed } from "../writing/document-feed.server";
import { examineLimits } from "../writing/examine-pushes.server";
import { DecideProposalInput } from "../input";
import { askState } from "../writing/join-document.server";
import { insertUpdates } from "../queries.server";
import { addRevision } from "../versions/add-revision.server";
import { noteWriters } from "../writing/writers.server";
import { accessProposal, forkOf, type AccessedProposal } from "./access-proposal.server";
import { proposalAnswered, proposalDecided } from "./facts";
import { partsNow } from "./send-proposal.server";
import type { ProposalPart } from "./weigh-proposal";

const none = Buffer.alloc(0);
type Input = z.infer<typeof DecideProposalInput>;

const decide = defineAction({
  name: "document.decide-proposal",
  input: DecideProposalInput,
  limit: perPerson(30, "minute"),
  prepare: (ctx, input) => worked(ctx, input),
  load: (ctx, input) => accessProposal(ctx, input.id),
  allow: (actor, { relation, stands }) => mayDecideProposal(actor, relation, stands),
  run: async (ctx, { input, loaded, prepared: { parts, taken, answer, seq }, fact }) => {
    const { id, documentId, authorActor } = loaded.proposal;
    const added = answer ? await putIn(ctx, loaded, { ...answer, seq }) : null;
    const outcome = taken.length === 0 ? "declined" : taken.length === parts.length ? "accepted" : "partly";
    await ctx.db
      .update(documentProposal)
      .set({ state: "decided", outcome, reason: input.reason, parts: parts.map((part) => stored(part, taken)), base: none, update: none, decidedByActor: ctx.actor.actorId, decidedAt: ctx.now, changedAt: ctx.now, rev: sql`${documentProposal.rev} + 1` })
      .where(eq(documentProposal.id, id));
    const about = aboutFact(loaded, { kind: "document-proposal", id });
    fact(proposalDecided, { ...about, data: { document: documentId, outcome, taken: taken.length } });
    if (authorActor !== ctx.actor.actorId) fact(proposalAnswered, { ...about, stream: streamId("person", authorActor), data: { document: documentId, outcome } });
    return { id, document: documentId, added };
  },
});

/**
 * Puts a proposal into the text, whole or in parts, as an edit of who decides like any other: what others typed meanwhile
 * stays. Or declines it, with a reason. What is not taken is declined with it; there is one decision.
 * @throws AppError `stale` when nothing of what was chosen can go in any more, `already_decided`, `forbidden_content`,
 * `too_large`, or the rule's code.
 */
export async function decideProposal(ctx: Ctx, raw: unknown): Promise<{ id: string; document: string }> {
  const { id, document, added } = await decide(ctx, raw);
  if (added) documentFeed(ctx.house).offer(document, added);
  return { id, document };
}

/** The edit, made and judged in the worker before anything is locked. */
async function worked(ctx: Ctx, { id, take, parts: chosen }: Input) {
  const { proposal, relation, stands } = await accessProposal(ctx, id);
  const may = mayDecideProposal(ctx.actor, relation, stands);
  if (may !== true) throw new AppError(may);
  const parts = await partsNow(ctx, proposal);
  const wanted = take === "none" ? [] : parts.filter(({ key }) => take === "all" || chosen.includes(key));
  if (take === "parts" && chosen.some((key) => !parts.some((part) => part.key === key))) throw new AppError("invalid_input", { fields: { parts: "not_valid" } });
  const taken = wanted.filter(({ state }) => state !== "gone").map(({ key }) => key);
  if (wanted.length > 0 && taken.length === 0) throw new AppError("stale");
  if (taken.length === 0) return { parts, taken, answer: null, seq: 0 };
  const fork = await forkOf(ctx, id);
  const { answer, seq } = await askState(ctx, proposal.documentId, "takeParts", { document: proposal.documentId, fork, keys: taken, limits: examineLimits });
  if (answer && !answer.verdict.ok) throw new AppError(answer.verdict.code === "gap" ? "stale" : answer.verdict.code);
  return { parts, taken, answer, seq };
}

interface Edit {
  update: Uint8Array;
  /** The text before it, and up to which number that goes. */
  state: Uint8Array;
  seq: number;
  verdict: { ok: boolean; clients?: number[]; version?: number };
}

/** Stores the edit behind a version of the text before it; who proposed it counts as somebody who wrote along. */
async function putIn(ctx: Ctx, { document, proposal }: AccessedProposal, { update, state, seq: before, verdict }: Edit): Promise<{ n: number; update: Uint8Array }> {
  const { id: documentId } = document;
  if (document.bytes + update.byteLength > limits.documentBytes) throw new AppError("too_large");
  const actorId = ctx.actor.actorId!;
  const seq = document.seq + 1;
  await addRevision(ctx, { documentId, uptoSeq: before, kind: "before_proposal", state: Buffer.from(state), byActor: proposal.authorActor });
  // Named after the proposal: the log itself lets it in once.
  await insertUpdates(ctx, [{ documentId, seq, actorId, push: proposal.id, update }], new Map([[documentId, verdict.version ?? 1]]));
  await ctx.db.insert(documentClient).values((verdict.clients ?? []).map((client) => ({ documentId, client, actorId }))).onConflictDoNothing();
  await noteWriters(ctx, [{ documentId, actorId }, { documentId, actorId: proposal.authorActor }]);
  return { n: seq, update };
}

function stored({ key, state, comparison }: ProposalPart, taken: readonly string[]): StoredPart {
  return { key, state, taken: taken.includes(key), blocks: comparison.blocks };
}
