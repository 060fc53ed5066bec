import { desc, eq } from "drizzle-orm";
import { document, documentVisit } from "#db/schema/index";
import { defineDownload, defineErasure, type DownloadPart } from "~/features/accounts/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { withOwnTitles } from "../narrowing/own-titles.server";
import { documentWords } from "../words";
import { sinceWords } from "./words";

async function visitsOf(ctx: Ctx, personId: string) {
  return ctx.db
    .select({ id: document.id, title: document.title, at: documentVisit.at })
    .from(documentVisit)
    .innerJoin(document, eq(document.id, documentVisit.documentId))
    .where(eq(documentVisit.personId, personId))
    .orderBy(desc(documentVisit.at), document.id);
}

defineErasure({
  feature: "documents-since",
  describe: async (ctx, { personId }) => [{ what: sinceWords.for(ctx.language)("erasure"), count: (await visitsOf(ctx, personId)).length, fate: "goes" }],
  erase: async (ctx, { personId }) => {
    await ctx.db.delete(documentVisit).where(eq(documentVisit.personId, personId));
  },
});

defineDownload({
  feature: "documents-since",
  collect: async (ctx, person): Promise<DownloadPart[]> => {
    const t = sinceWords.for(ctx.language);
    const rows = await withOwnTitles(ctx, person, await visitsOf(ctx, person.personId));
    return [{ key: "textsVisited", title: t("download"), rows: rows.map(({ title, at }) => ({ title, at: at.toISOString() })), columns: { title: documentWords.for(ctx.language)("title"), at: t("download_at") } }];
  },
});
