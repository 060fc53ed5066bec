import { count, eq } from "drizzle-orm";
import { notice, noticeLevel, pushDevice } from "#db/schema/index";
import { defineDownload, defineErasure, type DownloadPart } from "~/features/accounts/index.server";
import { mailRhythms } from "~/permissions/notifications";
import { choicesOf } from "./levels/levels.server";
import { levelWords } from "./levels/words";
import { readMailChoice } from "./letters/choose-mail.server";
import { letterWords } from "./letters/words";
import { pushWords } from "./push/words";

const pathOf = { discussion: "gesprekken", group: "groepen", space: "leerplekken" } as const;

defineErasure({
  feature: "notifications",
  describe: async (ctx, { personId }) => {
    const t = levelWords.for(ctx.language);
    const [levels] = await ctx.db.select({ n: count() }).from(noticeLevel).where(eq(noticeLevel.personId, personId));
    const [notices] = await ctx.db.select({ n: count() }).from(notice).where(eq(notice.personId, personId));
    const [devices] = await ctx.db.select({ n: count() }).from(pushDevice).where(eq(pushDevice.personId, personId));
    return [
      { what: pushWords.for(ctx.language)("erasure"), count: devices?.n ?? 0, fate: "goes" },
      { what: t("erasure_notices"), count: notices?.n ?? 0, fate: "goes" },
      { what: t("download_title"), count: levels?.n ?? 0, fate: "goes" },
    ];
  },
  // Notices and choices hang on the person's row and go with it.
  erase: async () => undefined,
});

defineDownload({
  feature: "notifications",
  collect: async (ctx, { personId }): Promise<DownloadPart[]> => {
    const t = levelWords.for(ctx.language);
    const letter = letterWords.for(ctx.language);
    const push = pushWords.for(ctx.language);
    const rows = await choicesOf(ctx, personId);
    const devices = await ctx.db.select({ since: pushDevice.createdAt }).from(pushDevice).where(eq(pushDevice.personId, personId));
    return [
      {
        key: "notice_levels",
        title: t("download_title"),
        rows: rows.map(({ placeKind, placeId, level, changedAt }) => ({ kind: placeKind, place: `/${pathOf[placeKind]}/${placeId}`, level, at: changedAt.toISOString() })),
        columns: { kind: t("download_kind"), place: t("download_place"), level: t("download_level"), at: t("download_at") },
        words: { discussion: t("kind_discussion"), group: t("kind_group"), space: t("kind_space"), all: t("level_all"), mine: t("level_mine"), none: t("level_none") },
      },
      {
        key: "mail_choice",
        title: letter("download_title"),
        rows: [{ ...(await readMailChoice(ctx)) }],
        columns: { rhythm: letter("download_rhythm"), hour: letter("download_hour"), weekday: letter("download_weekday") },
        words: Object.fromEntries(mailRhythms.map((value) => [value, letter(`rhythm_${value}`)])),
      },
      { key: "push_devices", title: push("erasure"), rows: devices.map(({ since }) => ({ since: since.toISOString() })), columns: { since: push("download_since") } },
    ];
  },
});
