import { eq, sql } from "drizzle-orm";
import { documentProposal } from "#db/schema/index";
import { showPeople } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { aboutText } from "../access-document.server";
import { findDocument, type DocumentRow } from "../queries.server";
import { proposalHref } from "../views";
import { accessProposal, findProposal, type ProposalRow } from "./access-proposal.server";
import { proposalModerated } from "./facts";
import { partsNow } from "./send-proposal.server";

type State = ProposalRow["moderation"];
const states = ["visible", "hidden", "removed"] as const;

/** What moderation, further up, needs to see a proposal and to act upon it: see `documentSubject`. */
export const proposalSubject = {
  kind: "proposal" as const,
  see: async (ctx: Ctx, id: string) => {
    const { proposal, document } = await accessProposal({ ...ctx, writing: false }, id);
    return describe(ctx, proposal, document);
  },
  find: async (ctx: Ctx, id: string) => {
    const proposal = await findProposal(ctx, id);
    const document = proposal && (await findDocument(ctx, proposal.documentId));
    return document ? describe(ctx, proposal, document) : null;
  },
  measures: {
    hide: { apply: (ctx: Ctx, id: string, fact: FactWriter) => change(ctx, id, "hidden", fact), undo: giveBack },
    remove: { apply: (ctx: Ctx, id: string, fact: FactWriter) => change(ctx, id, "removed", fact), undo: giveBack },
  },
};

async function describe(ctx: Ctx, proposal: ProposalRow, { spaceId, groupId, title }: DocumentRow) {
  const { authorActor, moderation: state } = proposal;
  const shown = await showPeople(ctx, spaceId, [authorActor]);
  return { spaceId, groupId, authorActor, title, text: await wordsOfProposal(ctx, proposal), shownName: shown.get(authorActor)?.shownName ?? "", href: proposalHref(proposal.documentId, proposal.id), state };
}

/** Everything that somebody wrote in a proposal: why, and the words that would come. */
export async function wordsOfProposal(ctx: Ctx, proposal: ProposalRow): Promise<string> {
  const parts = proposal.state === "decided" ? proposal.parts.map(({ blocks }) => blocks) : (await partsNow({ ...ctx, writing: false }, proposal)).map(({ comparison }) => comparison.blocks);
  const added = parts.flat().flatMap(({ pieces }) => pieces.filter(({ change: how }) => how === "added").map(({ text }) => text.trim()));
  return [proposal.note, ...added].filter(Boolean).join("\n");
}

async function change(ctx: Ctx, id: string, to: State, fact: FactWriter): Promise<Record<string, unknown>> {
  const proposal = await findProposal(ctx, id, true);
  const document = proposal && (await findDocument(ctx, proposal.documentId));
  if (!document) return {};
  if (proposal.moderation !== to) {
    await ctx.db.update(documentProposal).set({ moderation: to, rev: sql`${documentProposal.rev} + 1` }).where(eq(documentProposal.id, id));
    fact(proposalModerated, { ...aboutText(document, { kind: "document-proposal", id }), data: { document: document.id } });
  }
  return { moderation: proposal.moderation };
}

async function giveBack(ctx: Ctx, id: string, before: Record<string, unknown>, fact: FactWriter): Promise<void> {
  await change(ctx, id, states.find((one) => one === before["moderation"]) ?? "visible", fact);
}
