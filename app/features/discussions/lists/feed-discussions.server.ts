import { and, desc, eq, inArray } from "drizzle-orm";
import { discussion, message } from "#db/schema/index";
import type { OpenedSpace } from "~/features/groups/index.server";
import { feedSize, type FeedEntry } from "~/platform/atom-feed";
import { discussionColumns, messageColumns } from "../queries.server";
import { nameOf, showMessages } from "../show-messages.server";
import { inWords } from "../pictures/in-words.server";
import { discussionHref, excerptOf } from "../views";
import { discussionWords } from "../words";

/** At most this many characters of a summary or a first message stand in a feed. */
const summaryCharacters = 400;

/** The newest conversations, questions and announcements, each with the beginning of its summary or, until it is finished, of what was written first. */
export async function feedDiscussions({ ctx, space, groups }: Pick<OpenedSpace, "ctx" | "space" | "groups">): Promise<FeedEntry[]> {
  if (groups.size === 0) return [];
  const rows = await ctx.db
    .select(discussionColumns)
    .from(discussion)
    .where(and(inArray(discussion.groupId, [...groups.keys()]), eq(discussion.moderation, "visible")))
    .orderBy(desc(discussion.createdAt), desc(discussion.id))
    .limit(feedSize);
  if (rows.length === 0) return [];
  const firsts = await ctx.db
    .select(messageColumns)
    .from(message)
    .where(and(inArray(message.discussionId, rows.map((row) => row.id)), eq(message.number, 1), eq(message.state, "visible")));
  // As a reader without an account gets them: also the names in a text.
  const texts = new Map((await showMessages(ctx, space.id, firsts)).map((one) => [one.id, inWords(one, ctx.language)]));
  const name = await nameOf(ctx, space.id, rows.map((row) => row.authorActor));
  const t = discussionWords.for(ctx.language);
  return rows.map((row) => {
    // Under a question without a text the first message is somebody's answer.
    const first = firsts.find((one) => one.discussionId === row.id && one.authorActor === row.authorActor);
    return {
      id: row.id,
      title: row.title || t("no_title"),
      href: discussionHref(row.id),
      published: row.createdAt,
      updated: first?.editedAt ?? row.createdAt,
      author: name(row.authorActor),
      summary: row.state === "closed" && row.summary !== "" ? `${t("summary_title")}: ${excerptOf(row.summary, summaryCharacters)}` : first ? excerptOf(texts.get(first.id) ?? "", summaryCharacters) : "",
      kind: { term: row.kind, label: t(`kind_${row.kind}`) },
    };
  });
}
