import { searchActivities } from "~/features/activities/index.server";
import { searchDiscussions } from "~/features/discussions/index.server";
import { searchDocuments } from "~/features/documents/index.server";
import { searchExperiments } from "~/features/experiments/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { Segment } from "~/platform/passages";

export interface Found {
  kind: "discussion" | "question" | "message" | "activity" | "experiment" | "document" | "material";
  id: string;
  title: string;
  href: string;
  /** What fits is marked. */
  passage: Segment[];
  /** Group and leerplek, or where else it stands. */
  where: string;
  /** ISO. */
  at: string;
}

export interface FoundPage {
  words: string;
  page: number;
  /** Things to do and to read, which are few, on the first page alone. */
  things: Found[];
  conversations: Found[];
  more: boolean;
}

/** How many of each kind of thing stand above the conversations. */
const ofEachKind = 5;
const passageCharacters = 180;

/** Everything with these words that the actor may see, through the gates of the features themselves. */
export async function searchEverything(ctx: Ctx, given: { words: string; page: number }): Promise<FoundPage> {
  const words = given.words.trim().slice(0, 200);
  if (words === "") return { words, page: 1, things: [], conversations: [], more: false };
  const things = given.page > 1 ? [] : await searchThings(ctx, words);
  const talk = await searchDiscussions(ctx, { words, page: given.page });
  return {
    words,
    page: given.page,
    things,
    conversations: talk.items.map((hit) => ({ kind: hit.kind, id: hit.id, title: hit.title, href: hit.href, passage: hit.passage, at: hit.at, where: `${hit.where.group}, ${hit.where.space}` })),
    more: talk.more,
  };
}

async function searchThings(ctx: Ctx, words: string): Promise<Found[]> {
  const activities = await searchActivities(ctx, { words, limit: ofEachKind });
  const experiments = await searchExperiments(ctx, { words, limit: ofEachKind });
  const documents = await searchDocuments(ctx, { words, limit: ofEachKind });
  return [...activities, ...experiments, ...documents]
    .sort((a, b) => b.rank - a.rank)
    .map(({ kind, id, title, href, text, at }) => ({ kind, id, title, href, at, where: "", passage: [{ text: shorten(text), hit: false }] }));
}

function shorten(text: string): string {
  return text.length <= passageCharacters ? text : `${text.slice(0, text.lastIndexOf(" ", passageCharacters))} …`;
}
