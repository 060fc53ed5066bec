import { count, eq } from "drizzle-orm";
import { notice, noticeLevel } from "#db/schema/index";
import { defineDownload, defineErasure } from "~/features/accounts/index.server";
import { choicesOf } from "./levels.server";
import { levelWords } from "./words";

const pathOf = { discussion: "gesprekken", group: "groepen", space: "leerplekken" } as const;

defineErasure({
  feature: "notifications",
  describe: async (ctx, { personId }) => {
    const t = levelWords.for(ctx.language);
    const [levels] = await ctx.db.select({ n: count() }).from(noticeLevel).where(eq(noticeLevel.personId, personId));
    const [notices] = await ctx.db.select({ n: count() }).from(notice).where(eq(notice.personId, personId));
    return [
      { what: t("erasure_notices"), count: notices?.n ?? 0, fate: "goes" },
      { what: t("download_title"), count: levels?.n ?? 0, fate: "goes" },
    ];
  },
  // Notices and choices hang on the person's row and go with it.
  erase: async () => undefined,
});

defineDownload({
  feature: "notifications",
  collect: async (ctx, { personId }) => {
    const t = levelWords.for(ctx.language);
    const rows = await choicesOf(ctx, personId);
    return [
      {
        key: "notice_levels",
        title: t("download_title"),
        rows: rows.map(({ placeKind, placeId, level, changedAt }) => ({ kind: placeKind, place: `/${pathOf[placeKind]}/${placeId}`, level, at: changedAt.toISOString() })),
        columns: { kind: t("download_kind"), place: t("download_place"), level: t("download_level"), at: t("download_at") },
        words: { discussion: t("kind_discussion"), group: t("kind_group"), space: t("kind_space"), all: t("level_all"), mine: t("level_mine"), none: t("level_none") },
      },
    ];
  },
});
