import { and, asc, eq, isNotNull, type SQL } from "drizzle-orm";
import { discussion, message } from "#db/schema/index";
import type { DownloadPart } from "~/features/accounts/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { readFileOf } from "~/platform/pictures/picture-files.server";
import { messageHref } from "../views";
import { pictureWords } from "./words";

/** The pictures in somebody's messages: what they said of them, and in the file the pictures themselves, as base64. */
export async function downloadPictures(ctx: Ctx, written: SQL | undefined, columns: Record<"title" | "at" | "address", string>): Promise<DownloadPart> {
  const t = pictureWords.for(ctx.language);
  const found = await ctx.db
    .select({ picture: message.picture, number: message.number, at: message.createdAt, discussionId: message.discussionId, title: discussion.title })
    .from(message)
    .innerJoin(discussion, eq(discussion.id, message.discussionId))
    .where(and(written, isNotNull(message.picture)))
    .orderBy(asc(message.createdAt), asc(message.id));
  const rows = found.map(({ picture, number, at, discussionId, title }) => ({ alt: picture!.alt, title, at: at.toISOString(), address: messageHref(discussionId, number) }));
  return {
    key: "message_pictures",
    title: t("download_pictures"),
    rows,
    columns: { alt: t("download_alt"), ...columns },
    inFile: async () => {
      const whole: DownloadPart["rows"] = [];
      for (const [index, { picture }] of found.entries()) whole.push({ ...rows[index]!, webp: (await readFileOf(ctx.house, picture!.id, "large"))?.toString("base64") ?? null });
      return whole;
    },
  };
}
