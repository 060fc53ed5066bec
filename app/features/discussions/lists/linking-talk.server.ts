import { sql } from "drizzle-orm";
import { readableGroups } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { leadsTo } from "~/platform/marked-text/links-in";
import { findDiscussions } from "../queries.server";
import { messageHref, summaryHref } from "../views";
import { discussionWords } from "../words";
import type { Place } from "./place";

/** A conversation in which somebody links to a text, and the newest place that does: a message, or what came of it. */
export interface LinkingTalk {
  id: string;
  title: string;
  /** To that place. */
  href: string;
  group: string;
  /** ISO. */
  at: string;
}

/** So many messages and summaries are looked at for one page. */
const most = 200;

/**
 * Conversations with a link to the page of a text in their messages or in their summary while it is shown, the newest
 * first, each once on a page: those that the actor may read now. What is hidden, taken back or changed since is not among them.
 * @param path of the page of the text
 */
export async function talkLinkingTo(ctx: Ctx, text: { id: string; path: string }, after: Place | null = null): Promise<{ talk: LinkingTalk[]; next: Place | null }> {
  const groups = await readableGroups(ctx);
  if (groups.size === 0) return { talk: [], next: null };
  const readable = sql`${`{${[...groups.keys()].join(",")}}`}::uuid[]`;
  const { rows } = await ctx.db.execute<{ id: string; text: string; number: number | null; discussion: string; at: string }>(sql`
    SELECT id, text, number, discussion, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at FROM (
      SELECT m.id, m.text, m.number, m.discussion_id AS discussion, m.created_at AS at
      FROM message AS m JOIN discussion AS d ON d.id = m.discussion_id
      WHERE m.text LIKE '%/teksten/%' AND linked_texts(m.text) @> array[${text.id}]::text[]
        AND m.state = 'visible' AND d.moderation = 'visible' AND m.group_id = any(${readable})
      UNION ALL
      SELECT d.id, d.summary, NULL, d.id, coalesce(d.closed_at, d.last_message_at)
      FROM discussion AS d
      WHERE d.state = 'closed' AND d.summary LIKE '%/teksten/%' AND linked_texts(d.summary) @> array[${text.id}]::text[]
        AND d.moderation = 'visible' AND d.group_id = any(${readable})
    ) AS linking
    ${after ? sql`WHERE (at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    ORDER BY at DESC, id DESC LIMIT ${most + 1}`);
  const shown = rows.slice(0, most);
  // The index knows addresses; whether one of them is a link is for the marks to say.
  const newest = new Map(shown.filter((row) => leadsTo(row.text, text.path)).reverse().map((row) => [row.discussion, row]));
  const parents = new Map((await findDiscussions(ctx, [...newest.keys()])).map((row) => [row.id, row]));
  const untitled = discussionWords.for(ctx.language)("no_title");
  const talk = shown.flatMap((row): LinkingTalk[] => {
    const parent = parents.get(row.discussion);
    if (!parent || newest.get(row.discussion) !== row) return [];
    return [{ id: parent.id, title: parent.title || untitled, href: row.number === null ? summaryHref(parent.id) : messageHref(parent.id, row.number), group: groups.get(parent.groupId)!.group.name, at: row.at }];
  });
  const last = shown.at(-1);
  return { talk, next: rows.length > most && last ? { at: last.at, id: last.id } : null };
}
