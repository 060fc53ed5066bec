import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { discussion, message } from "#db/schema/index";
import { readableGroups } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { withoutMarks } from "~/platform/marked-text/text-of";
import { passageIn, toSegments, type Segment } from "~/platform/passages";
import { searchWords } from "~/platform/search-words";
import { cleanText } from "~/platform/written-text";
import { findMessages } from "../queries.server";
import { showMessages } from "../show-messages.server";
import { discussionHref, excerptOf, messageHref } from "../views";

export interface FoundDiscussion {
  kind: "discussion" | "question" | "message";
  id: string;
  spaceId: string;
  groupId: string;
  /** Title of the conversation. */
  title: string;
  /** Where the words stand; what fits is marked. */
  passage: Segment[];
  href: string;
  /** ISO. */
  at: string;
  where: { group: string; space: string };
  /** The higher, the better it fits. */
  rank: number;
}

/** At most this much of what somebody types is searched for. */
const queryCharacters = 200;

/**
 * Conversations, questions and messages with these words, through the same gate as their pages: what is hidden, removed or
 * not for this reader is not counted either. The best fit first. `spaceId` keeps to one leerplek.
 */
export async function searchDiscussions(
  ctx: Ctx,
  params: { words: string; page?: number; limit?: number; spaceId?: string },
): Promise<{ items: FoundDiscussion[]; more: boolean }> {
  const words = cleanText(params.words.slice(0, queryCharacters).replace(/\p{Cs}/gu, ""));
  const groups = words === "" ? new Map() : await readableGroups(ctx, { spaceId: params.spaceId });
  if (groups.size === 0) return { items: [], more: false };
  const limit = params.limit ?? 20;
  const first = (Math.max(1, params.page ?? 1) - 1) * limit;
  const query = searchWords(words);
  const readable = and(inArray(discussion.groupId, [...groups.keys()]), eq(discussion.moderation, "visible"));
  const found = [...(await titlesWith(ctx, query, readable, first + limit + 1)), ...(await messagesWith(ctx, query, readable, first + limit + 1))];
  // The id last: pages of equals must not overlap.
  found.sort((a, b) => b.rank - a.rank || b.at.getTime() - a.at.getTime() || (a.id < b.id ? -1 : 1));
  const shown = found.slice(first, first + limit);
  const passages = await passagesOf(ctx, query, shown);
  const items = shown.map((hit): FoundDiscussion => {
    const { group, space } = groups.get(hit.groupId)!;
    return {
      kind: hit.number !== null ? "message" : hit.type === "question" ? "question" : "discussion",
      id: hit.id,
      spaceId: hit.spaceId,
      groupId: hit.groupId,
      title: hit.title,
      passage: toSegments(hit.number === null ? (passages.get(hit.id) ?? hit.title) : withoutMarks(passages.get(hit.id) ?? "")),
      href: hit.number === null ? discussionHref(hit.id) : messageHref(hit.discussionId, hit.number),
      at: hit.at.toISOString(),
      where: { group: group.name, space: space.name },
      rank: hit.rank,
    };
  });
  return { items, more: found.length > first + limit };
}

interface Hit {
  id: string;
  discussionId: string;
  spaceId: string;
  groupId: string;
  type: string;
  title: string;
  /** Null for the conversation itself. */
  number: number | null;
  /** People are named in it. */
  names: boolean;
  at: Date;
  rank: number;
}

/** A title says what the whole is about, so it weighs more than one message. */
const titleWeight = 2;

async function titlesWith(ctx: Ctx, query: SQL, readable: SQL | undefined, limit: number): Promise<Hit[]> {
  const rank = sql<number>`ts_rank(${discussion.search}, ${query}) * ${sql.raw(String(titleWeight))}`;
  const rows = await ctx.db
    .select({ id: discussion.id, spaceId: discussion.spaceId, groupId: discussion.groupId, type: discussion.kind, title: discussion.title, at: discussion.createdAt, rank })
    .from(discussion)
    .where(and(readable, sql`${discussion.search} @@ ${query}`))
    .orderBy(desc(rank), desc(discussion.createdAt), asc(discussion.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, discussionId: row.id, number: null, names: false }));
}

async function messagesWith(ctx: Ctx, query: SQL, readable: SQL | undefined, limit: number): Promise<Hit[]> {
  const rank = sql<number>`ts_rank(${message.search}, ${query})`;
  return ctx.db
    .select({
      id: message.id,
      discussionId: message.discussionId,
      spaceId: discussion.spaceId,
      groupId: discussion.groupId,
      type: discussion.kind,
      title: discussion.title,
      number: message.number,
      names: sql<boolean>`${message.mentions} is not null`,
      at: message.createdAt,
      rank,
    })
    .from(message)
    .innerJoin(discussion, eq(discussion.id, message.discussionId))
    .where(and(readable, eq(message.state, "visible"), sql`${message.search} @@ ${query}`))
    .orderBy(desc(rank), desc(message.createdAt), asc(message.id))
    .limit(limit);
}

/** Marking what fits is slow, so only what is shown is marked. */
async function passagesOf(ctx: Ctx, query: SQL, shown: Hit[]): Promise<Map<string, string>> {
  const ids = (ofMessages: boolean) => shown.filter((hit) => (hit.number !== null) === ofMessages).map((hit) => hit.id);
  const titles = ctx.db.select({ id: discussion.id, passage: passageIn(discussion.title, query) }).from(discussion).where(inArray(discussion.id, ids(false)));
  const texts = ctx.db.select({ id: message.id, passage: passageIn(message.text, query) }).from(message).where(inArray(message.id, ids(true)));
  const found = new Map([...(ids(false).length > 0 ? await titles : []), ...(ids(true).length > 0 ? await texts : [])].map((row) => [row.id, row.passage]));
  for (const [id, words] of await wordsWithNames(ctx, shown.filter((hit) => hit.names))) found.set(id, words);
  return found;
}

/** What the database marks is what was written; where people are named the message stands as this reader sees it, unmarked. */
async function wordsWithNames(ctx: Ctx, hits: Hit[]): Promise<[string, string][]> {
  const rows = await findMessages(ctx, hits.map(({ id }) => id));
  const words: [string, string][] = [];
  for (const spaceId of new Set(hits.map((hit) => hit.spaceId))) {
    const here = rows.filter((row) => hits.some((hit) => hit.id === row.id && hit.spaceId === spaceId));
    for (const view of await showMessages(ctx, spaceId, here)) words.push([view.id, excerptOf(view.text)]);
  }
  return words;
}
