import { and, asc, count, eq, ne, or } from "drizzle-orm";
import { document, documentProposal } from "#db/schema/index";
import { defineDownload, defineErasure, type DownloadPart } from "~/features/accounts/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { withOwnTitles } from "../narrowing/own-titles.server";
import { documentWords } from "../words";
import { proposalColumns } from "./access-proposal.server";
import { wordsOfProposal } from "./moderate-proposal.server";
import { proposalWords } from "./words";

const mine = (actorId: string) => and(eq(documentProposal.authorActor, actorId), ne(documentProposal.state, "withdrawn"));
const decidedBy = (actorId: string) => and(eq(documentProposal.decidedByActor, actorId), ne(documentProposal.reason, ""));

defineErasure({
  feature: "proposals",
  describe: async (ctx, { actorId }) => {
    const t = proposalWords.for(ctx.language);
    const [proposals] = await ctx.db.select({ count: count() }).from(documentProposal).where(mine(actorId));
    const [reasons] = await ctx.db.select({ count: count() }).from(documentProposal).where(decidedBy(actorId));
    return [
      { what: t("erasure"), count: proposals!.count, fate: "choice" },
      { what: t("erasure_reasons"), count: reasons!.count, fate: "choice" },
    ];
  },
  // What was taken over is part of the text by then, as everything that somebody wrote in it.
  erase: async (ctx, { actorId, keepWords }) => {
    const own = eq(documentProposal.authorActor, actorId);
    await ctx.db.delete(documentProposal).where(keepWords ? and(own, or(eq(documentProposal.state, "draft"), eq(documentProposal.state, "withdrawn"))) : own);
    if (!keepWords) await ctx.db.update(documentProposal).set({ reason: "" }).where(decidedBy(actorId));
  },
});

defineDownload({
  feature: "proposals",
  collect: async (ctx: Ctx, { personId, actorId }): Promise<DownloadPart[]> => {
    const t = proposalWords.for(ctx.language);
    const texts = documentWords.for(ctx.language);
    const titled = <T extends { id: string; title: string }>(found: T[]) => withOwnTitles(ctx, { personId, actorId }, found);
    const made = await ctx.db.select({ proposal: proposalColumns, id: document.id, title: document.title }).from(documentProposal).innerJoin(document, eq(document.id, documentProposal.documentId)).where(mine(actorId)).orderBy(asc(documentProposal.createdAt), asc(documentProposal.id));
    const rows: DownloadPart["rows"] = [];
    for (const { proposal, title } of await titled(made)) {
      rows.push({ title, text: await wordsOfProposal(ctx, proposal), state: t(proposal.outcome ?? (proposal.state === "draft" ? "state_draft" : "state_open")), createdAt: proposal.createdAt.toISOString() });
    }
    const decided = await ctx.db.select({ id: document.id, reason: documentProposal.reason, at: documentProposal.decidedAt, title: document.title }).from(documentProposal).innerJoin(document, eq(document.id, documentProposal.documentId)).where(decidedBy(actorId)).orderBy(asc(documentProposal.decidedAt), asc(documentProposal.id));
    return [
      { key: "proposalsForTexts", title: t("download"), rows, columns: { title: texts("title"), text: t("download_text"), state: t("download_state"), createdAt: texts("download_at") } },
      {
        key: "reasonsForProposals",
        title: t("download_reasons"),
        rows: (await titled(decided)).map(({ title, reason, at }) => ({ title, reason, at: at?.toISOString() ?? null })),
        columns: { title: texts("title"), reason: t("reason"), at: texts("download_at") },
      },
    ];
  },
});
