import { and, desc, eq } from "drizzle-orm";
import { documentEdition, documentEditionRead } from "#db/schema/index";
import { defineDownload, defineErasure, type DownloadPart } from "~/features/accounts/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { documentWords } from "../words";
import { libraryWords } from "./words";

async function readBy(ctx: Ctx, personId: string) {
  return ctx.db
    .select({ title: documentEdition.title, number: documentEditionRead.number, at: documentEditionRead.readAt })
    .from(documentEditionRead)
    .innerJoin(documentEdition, and(eq(documentEdition.documentId, documentEditionRead.documentId), eq(documentEdition.number, documentEditionRead.number)))
    .where(eq(documentEditionRead.personId, personId))
    .orderBy(desc(documentEditionRead.readAt));
}

defineErasure({
  feature: "library",
  describe: async (ctx, { personId }) => [{ what: libraryWords.for(ctx.language)("erasure_read"), count: (await readBy(ctx, personId)).length, fate: "goes" }],
  erase: async (ctx, { personId }) => {
    await ctx.db.delete(documentEditionRead).where(eq(documentEditionRead.personId, personId));
  },
});

defineDownload({
  feature: "library",
  collect: async (ctx, { personId }): Promise<DownloadPart[]> => {
    const t = libraryWords.for(ctx.language);
    const rows = await readBy(ctx, personId);
    return [
      {
        key: "learningMaterialRead",
        title: t("download_read"),
        rows: rows.map(({ title, number, at }) => ({ title, number, readAt: at.toISOString() })),
        columns: { title: documentWords.for(ctx.language)("title"), number: t("download_number"), readAt: t("download_at") },
      },
    ];
  },
});
