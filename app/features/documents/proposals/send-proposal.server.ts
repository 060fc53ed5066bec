import { and, count, eq, sql } from "drizzle-orm";
import { documentProposal } from "#db/schema/index";
import { maySendProposal, mayWithdrawProposal } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { aboutFact } from "../access-document.server";
import { SendProposalInput, WithdrawProposalInput } from "../input";
import { askState } from "../writing/join-document.server";
import { accessProposal, forkOf, type ProposalRow } from "./access-proposal.server";
import { proposalSent, proposalWithdrawn } from "./facts";
import type { ProposalPart } from "./weigh-proposal";

const none = Buffer.alloc(0);

/** The parts of a proposal beside the text of now, and up to which number that goes. */
export async function partsNow(ctx: Ctx, proposal: Pick<ProposalRow, "id" | "documentId">): Promise<ProposalPart[]> {
  const fork = await forkOf(ctx, proposal.id);
  if (fork.update.byteLength === 0) return [];
  return (await askState(ctx, proposal.documentId, "weigh", { document: proposal.documentId, fork })).answer;
}

/**
 * Sends one's draft to those who write in the text. Sending it again does nothing.
 * @throws AppError `invalid_input` while nothing is changed in it, `too_many` when too many wait, or the rule's code.
 */
export const sendProposal = defineAction({
  name: "document.send-proposal",
  input: SendProposalInput,
  limit: perPerson(10, "minute"),
  prepare: async (ctx, input) => {
    const { proposal } = await accessProposal(ctx, input.id);
    return proposal.state === "draft" ? partsNow(ctx, proposal) : [];
  },
  load: (ctx, input) => accessProposal(ctx, input.id),
  allow: (actor, { relation, stands, proposal }, input) => (stands.mine && stands.state === "open" && proposal.note === input.note ? true : maySendProposal(actor, relation, stands)),
  run: async (ctx, { input, loaded, prepared: parts, fact }) => {
    const { id, documentId, state } = loaded.proposal;
    if (state === "open") return { id, document: documentId };
    if (!parts.some((part) => part.state !== "done")) throw new AppError("invalid_input", { fields: { form: "required" } });
    const open = and(eq(documentProposal.documentId, documentId), eq(documentProposal.state, "open"));
    const [all] = await ctx.db.select({ count: count() }).from(documentProposal).where(open);
    const [mine] = await ctx.db.select({ count: count() }).from(documentProposal).where(and(open, eq(documentProposal.authorActor, ctx.actor.actorId!)));
    if (all!.count >= limits.openProposals || mine!.count >= limits.openProposalsOfOne) throw new AppError("too_many");
    await ctx.db
      .update(documentProposal)
      .set({ state: "open", note: input.note, createdAt: ctx.now, changedAt: ctx.now, rev: sql`${documentProposal.rev} + 1` })
      .where(eq(documentProposal.id, id));
    fact(proposalSent, { ...aboutFact(loaded, { kind: "document-proposal", id }), data: { document: documentId, parts: parts.length } });
    return { id, document: documentId };
  },
});

/** Takes one's own proposal back: its words go for good. Doing it again changes nothing. */
export const withdrawProposal = defineAction({
  name: "document.withdraw-proposal",
  input: WithdrawProposalInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessProposal(ctx, input.id),
  allow: (actor, { relation, stands }) => mayWithdrawProposal(actor, relation, stands),
  run: async (ctx, { loaded, fact }) => {
    const { id, documentId, state } = loaded.proposal;
    if (state === "draft") await ctx.db.delete(documentProposal).where(eq(documentProposal.id, id));
    if (state === "open") {
      await ctx.db
        .update(documentProposal)
        .set({ state: "withdrawn", note: "", base: none, update: none, parts: [], changedAt: ctx.now, rev: sql`${documentProposal.rev} + 1` })
        .where(eq(documentProposal.id, id));
      fact(proposalWithdrawn, { ...aboutFact(loaded, { kind: "document-proposal", id }), data: { document: documentId } });
    }
    return { document: documentId, wasDraft: state === "draft" };
  },
});
