import { and, eq, getTableColumns } from "drizzle-orm";
import { documentProposal } from "#db/schema/index";
import { mayReadProposal, type ProposalRelation } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessDocument, type AccessedDocument } from "../access-document.server";

const { base: _base, update: _update, ...light } = getTableColumns(documentProposal);

/** A proposal without its bytes. */
export const proposalColumns = light;
export type ProposalRow = Omit<typeof documentProposal.$inferSelect, "base" | "update">;

/** A proposal by id. `hold` keeps others from changing it until the commit. */
export async function findProposal(ctx: Ctx, id: string, hold = false): Promise<ProposalRow | undefined> {
  const query = ctx.db.select(light).from(documentProposal).where(eq(documentProposal.id, id));
  return (hold ? await query.for("update") : await query)[0];
}

/** What a proposal left from, and what was changed in it; both empty once it was decided on. */
export async function forkOf(ctx: Ctx, id: string): Promise<{ base: Uint8Array; update: Uint8Array }> {
  const [row] = await ctx.db.select({ base: documentProposal.base, update: documentProposal.update }).from(documentProposal).where(eq(documentProposal.id, id));
  if (!row) throw new AppError("not_found");
  return row;
}

/** The draft that the actor writes on for a text. */
export async function findDraft(ctx: Ctx, documentId: string, hold = false): Promise<ProposalRow | undefined> {
  if (ctx.actor.actorId === null) return undefined;
  const query = ctx.db.select(light).from(documentProposal).where(and(eq(documentProposal.documentId, documentId), eq(documentProposal.authorActor, ctx.actor.actorId), eq(documentProposal.state, "draft")));
  return (hold ? await query.for("update") : await query)[0];
}

export interface AccessedProposal extends AccessedDocument {
  proposal: ProposalRow;
  /** How the actor stands to it. */
  stands: ProposalRelation;
}

/** A proposal through its text. @throws AppError as `accessDocument`, and `not_found` for one that is absent, hidden or a draft of somebody else. */
export async function accessProposal(ctx: Ctx, id: string): Promise<AccessedProposal> {
  const found = await findProposal(ctx, id);
  if (!found) throw new AppError("not_found");
  const accessed = await accessDocument(ctx, found.documentId);
  const proposal = ctx.writing ? await findProposal(ctx, id, true) : found;
  if (!proposal) throw new AppError("not_found");
  const stands = { mine: ctx.actor.actorId !== null && proposal.authorActor === ctx.actor.actorId, state: proposal.state, moderation: proposal.moderation };
  const verdict = mayReadProposal(ctx.actor, accessed.relation, stands);
  if (verdict !== true) throw new AppError(verdict);
  return { ...accessed, proposal, stands };
}
