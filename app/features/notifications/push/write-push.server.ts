import { and, eq, gt, isNull, getTableColumns, sql } from "drizzle-orm";
import { actor, notice, person, pushDevice, pushOutbox, session, space, theme } from "#db/schema/index";
import { accessDiscussions } from "~/features/discussions/index.server";
import { anonymous } from "~/platform/actor";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { unseenMessages } from "../note-talk.server";
import { stillNew } from "../unread-notices.server";
import { noticeWords, sentence } from "../words";
import { pushWords } from "./words";

/** What a device gets to show; it reads this and nobody on the way does. */
export interface PushedNews {
  title: string;
  body: string;
  lang: string;
  /** Where a tap leads, inside the site. */
  href: string;
  /** News of the same kind takes the place of what is still shown. */
  tag: string;
}

/**
 * The words of news on its way to a device, made when it goes: nothing that was read meanwhile or may not be read any more.
 * Of a sensitive theme, or of something that no longer says where it belongs, only that there is something. Inside a transaction.
 * @returns null when nothing is left to say, or nobody is signed in on the device any more.
 */
export async function writePush(ctx: Ctx, outboxId: string): Promise<PushedNews | null> {
  const [row] = await ctx.db
    .select({ ...getTableColumns(notice), unseen: unseenMessages, sensitive: sql<boolean>`coalesce(${theme.sensitive}, true)`, actorId: actor.id, language: person.mailLanguage })
    .from(pushOutbox)
    .innerJoin(notice, eq(notice.id, pushOutbox.noticeId))
    .innerJoin(pushDevice, eq(pushDevice.id, pushOutbox.deviceId))
    .innerJoin(session, and(eq(session.id, pushDevice.sessionId), eq(session.device, "own"), gt(session.expiresAt, ctx.now), gt(session.absoluteExpiresAt, ctx.now)))
    .innerJoin(person, and(eq(person.id, pushDevice.personId), isNull(person.disabledAt)))
    .innerJoin(actor, eq(actor.personId, person.id))
    .leftJoin(space, eq(space.id, notice.spaceId))
    .leftJoin(theme, eq(theme.key, space.themeKey))
    .where(and(eq(pushOutbox.id, outboxId), stillNew));
  if (!row) return null;
  const plain = { title: ctx.house.env.INSTALLATION_NAME, lang: row.language };
  const discreet = { ...plain, body: pushWords.for(row.language)("discreet"), href: "/berichten", tag: "leerhoek" };
  if (row.discussionId === null) return row.spaceId !== null && row.sensitive ? discreet : { ...plain, body: sentence(noticeWords.for(row.language), row.kind, row.data), href: "/berichten", tag: row.id };
  const reader = { ...anonymous, personId: row.personId, actorId: row.actorId };
  const [talk] = await accessDiscussions({ ...ctx, writing: false }, [{ actor: reader, id: row.discussionId }], false);
  if (!talk || talk instanceof AppError) return null;
  if (row.sensitive) return discreet;
  const data = talk.discussion.title && row.upTo !== null ? { title: talk.discussion.title, count: row.unseen } : row.data;
  return { ...plain, body: sentence(noticeWords.for(row.language), row.kind, data), href: row.href, tag: row.id };
}
