import { readableGroups, type SearchWithin } from "~/features/groups/index.server";
import { showPeople, withShownName } from "~/features/spaces/index.server";
import { mayFindHidden } from "~/permissions/discussions";
import type { Ctx } from "~/platform/ctx.server";
import { withoutMarks } from "~/platform/marked-text/text-of";
import { passagesOf, type Segment } from "~/platform/passages";
import { queryFor, type SearchQuery } from "~/platform/search-words";
import { findDiscussions, findMessages, type DiscussionRow } from "../queries.server";
import { showDiscussions, showMessages } from "../show-messages.server";
import { inWords } from "../pictures/in-words.server";
import { discussionHref, messageHref, type Author, type DiscussionView, type MessageView } from "../views";
import { discussionWords } from "../words";
import { findMessagesWith, findTitlesWith, type Asked, type Hit } from "./find-with-words.server";
import type { Place } from "./place";

export interface FoundDiscussion {
  kind: "discussion" | "question" | "message";
  id: string;
  spaceId: string;
  groupId: string;
  /** Title of the conversation; of a conversation itself with what fits marked. */
  title: Segment[];
  /** Of a message: where the words stand; what fits is marked. Of a conversation: of its summary, where the words stand in that, else empty. */
  passage: Segment[];
  author: Author;
  href: string;
  /** ISO. */
  at: string;
  where: { group: string; space: string };
  /** Hidden by moderation: the searcher moderates here. */
  hidden: boolean;
}

export interface TalkAsked extends Partial<SearchWithin> {
  words: string;
  /** The words worked out, where the caller has that already. */
  query?: SearchQuery;
  /** Conversations and questions by their title and summary, or messages. */
  of: "titles" | "messages";
  limit: number;
  kinds?: Asked["kinds"];
  /** Only what somebody with this name wrote, or the beginning of a word of it. */
  author?: string;
  /** Goes on after the last one of the page before. */
  after?: Place;
}

export interface FoundTalk {
  items: FoundDiscussion[];
  /** Where it goes on; null at the end. */
  next: Place | null;
}

/** What a hidden conversation holds is only to be seen with its case. */
const deskHref = "/beheer/meldingen";

const nothing: FoundTalk = { items: [], next: null };

/**
 * Conversations and questions, or messages, with these words, the newest first, through the same gate as their pages: what is
 * hidden, removed or not for this reader is not found. Who moderates a place finds there what is hidden too.
 */
export async function searchDiscussions(ctx: Ctx, asked: TalkAsked): Promise<FoundTalk> {
  const query = asked.query ?? (await queryFor(ctx, asked.words));
  if (query === null) return nothing;
  const groups = asked.groups ?? (await readableGroups(ctx));
  if (groups.size === 0) return nothing;
  const authors = asked.author ? await authorsNamed(ctx, [...new Set([...groups.values()].map((one) => one.space.id))], asked.author) : undefined;
  if (authors?.length === 0) return nothing;
  const moderated = [...groups].flatMap(([id, one]) => (mayFindHidden(ctx.actor, one.relation) === true ? [id] : []));
  const wanted: Asked = { query, groups: [...groups.keys()], moderated, self: ctx.actor.actorId, authors, kinds: asked.kinds, since: asked.since, after: asked.after };
  const hits = await (asked.of === "titles" ? findTitlesWith : findMessagesWith)(ctx, wanted, asked.limit + 1);
  const shown = hits.slice(0, asked.limit);
  const items = await (asked.of === "titles" ? showTitles : showFound)(ctx, query, shown, groups);
  return { items, next: hits.length > asked.limit ? shown.at(-1)!.place : null };
}

/** The people of these leerplekken with such a name, as far as this reader sees their names at all. */
async function authorsNamed(ctx: Ctx, spaceIds: string[], name: string): Promise<{ spaceId: string; actorId: string }[]> {
  const alike = await withShownName(ctx, spaceIds, name);
  const named: { spaceId: string; actorId: string }[] = [];
  for (const spaceId of new Set(alike.map((one) => one.spaceId))) {
    const here = alike.filter((one) => one.spaceId === spaceId);
    const people = await showPeople(ctx, spaceId, here.map((one) => one.actorId));
    named.push(...here.filter((one) => people.get(one.actorId)?.membershipId));
  }
  return named;
}

type Groups = NonNullable<TalkAsked["groups"]>;

async function showTitles(ctx: Ctx, query: SearchQuery, hits: Hit[], groups: Groups): Promise<FoundDiscussion[]> {
  const rows = inOrder(hits, await findDiscussions(ctx, hits.map((hit) => hit.id)));
  const views = new Map<string, DiscussionView>();
  for (const [spaceId, here] of bySpace(rows)) for (const view of await showDiscussions(ctx, spaceId, here)) views.set(view.id, view);
  const passages = await passagesOf(ctx, rows.flatMap((row) => [row.title, withoutMarks(views.get(row.id)!.summary, "short")]), query);
  const untitled = [{ text: discussionWords.for(ctx.language)("no_title"), hit: false }];
  return rows.map((row, index) => ({
    ...about(row, groups, hits[index]!),
    kind: row.kind === "question" ? ("question" as const) : ("discussion" as const),
    title: row.title === "" ? untitled : passages[index * 2]!.segments,
    passage: passages[index * 2 + 1]!.segments.some((one) => one.hit) ? passages[index * 2 + 1]!.segments : [],
    author: views.get(row.id)!.author,
    href: row.moderation === "visible" ? discussionHref(row.id) : deskHref,
    at: row.createdAt.toISOString(),
  }));
}

/** Where somebody is named the words may stand in a name that this reader may not see: then it was not found. */
async function showFound(ctx: Ctx, query: SearchQuery, hits: Hit[], groups: Groups): Promise<FoundDiscussion[]> {
  const rows = inOrder(hits, await findMessages(ctx, hits.map((hit) => hit.id)));
  const parents = new Map((await findDiscussions(ctx, rows.map((row) => row.discussionId))).map((row) => [row.id, row]));
  const views = new Map<string, Pick<MessageView, "text" | "picture" | "author">>();
  for (const [spaceId, here] of bySpace(rows.map((row) => ({ ...row, spaceId: parents.get(row.discussionId)!.spaceId })))) {
    // Who may find what is hidden sees it as it was.
    for (const view of await showMessages(ctx, spaceId, here.map((row) => ({ ...row, state: "visible" as const, replyToId: null })))) views.set(view.id, view);
  }
  const passages = await passagesOf(ctx, rows.map((row) => withoutMarks(inWords(views.get(row.id)!, ctx.language), "short")), query);
  return rows.flatMap((row, index): FoundDiscussion[] => {
    const parent = parents.get(row.discussionId)!;
    if (row.mentions && !passages[index]!.fits) return [];
    return [
      {
        ...about(parent, groups, hits[index]!),
        kind: "message",
        id: row.id,
        title: [{ text: parent.title || discussionWords.for(ctx.language)("no_title"), hit: false }],
        passage: passages[index]!.segments,
        author: views.get(row.id)!.author,
        href: parent.moderation === "visible" ? messageHref(parent.id, row.number) : deskHref,
        at: row.createdAt.toISOString(),
      },
    ];
  });
}

function about(row: DiscussionRow, groups: Groups, hit: Hit) {
  const { group, space } = groups.get(row.groupId)!;
  return { id: row.id, spaceId: row.spaceId, groupId: row.groupId, where: { group: group.name, space: space.name }, hidden: hit.hidden };
}

function inOrder<R extends { id: string }>(hits: readonly Hit[], rows: readonly R[]): R[] {
  const found = new Map(rows.map((row) => [row.id, row]));
  return hits.map((hit) => found.get(hit.id)!);
}

function bySpace<R extends { spaceId: string }>(rows: readonly R[]): Map<string, R[]> {
  const spaces = new Map<string, R[]>();
  for (const row of rows) spaces.set(row.spaceId, [...(spaces.get(row.spaceId) ?? []), row]);
  return spaces;
}
