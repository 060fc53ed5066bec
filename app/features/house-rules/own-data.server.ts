import { asc, count, eq } from "drizzle-orm";
import { standing } from "#db/schema/index";
import { defineDownload, defineErasure } from "~/features/accounts/index.server";
import { houseRuleWords } from "./words";

defineErasure({
  feature: "house-rules",
  describe: async (ctx, { personId }) => {
    const [rows] = await ctx.db.select({ n: count() }).from(standing).where(eq(standing.personId, personId));
    return [{ what: houseRuleWords.for(ctx.language)("erase_standings"), count: rows?.n ?? 0, fate: "goes" }];
  },
  // The rows go with the person's.
  erase: async () => undefined,
});

defineDownload({
  feature: "house-rules",
  collect: async (ctx, { personId }) => {
    const t = houseRuleWords.for(ctx.language);
    const rows = await ctx.db.select().from(standing).where(eq(standing.personId, personId)).orderBy(asc(standing.createdAt));
    return [
      {
        key: "standings",
        title: t("download_title"),
        columns: { kind: t("download_kind"), from: t("download_from"), until: t("download_until"), lifted: t("download_lifted") },
        rows: rows.map((row) => ({ kind: t(`kind_${row.kind}`), from: row.createdAt.toISOString(), until: row.until?.toISOString() ?? null, lifted: row.liftedAt?.toISOString() ?? null })),
      },
    ];
  },
});
