import { searchActivities } from "~/features/activities/index.server";
import { searchDiscussions, type FoundDiscussion, type Place } from "~/features/discussions/index.server";
import { searchDocuments } from "~/features/documents/index.server";
import { searchExperiments } from "~/features/experiments/index.server";
import { readableGroups, type SearchWithin } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { passagesOf, type Segment } from "~/platform/passages";
import { queryFor, typedWords, type SearchQuery } from "~/platform/search-words";
import { periods, type Kind, type SearchAsked } from "./asked";
import { otherSpellings } from "./other-spellings.server";

export interface Found {
  kind: "discussion" | "question" | "message" | "activity" | "experiment" | "document" | "material";
  id: string;
  /** What fits is marked, here and in the passage. */
  title: Segment[];
  href: string;
  /** Empty where the title says it all. */
  passage: Segment[];
  /** Who wrote it, as this reader sees them; null for what is of the group. */
  author: FoundDiscussion["author"] | null;
  /** Group and leerplek, or where else it stands. */
  where: string;
  /** ISO. */
  at: string;
  hidden: boolean;
}

export interface FoundPage {
  asked: Omit<SearchAsked, "after">;
  /** False for a page further on. */
  first: boolean;
  /** What was typed says nothing to look for: a word like "de" alone. */
  tooCommon: boolean;
  /** With the words as typed nothing was found; this is with these. */
  instead: string | null;
  things: Found[];
  titles: Found[];
  moreTitles: boolean;
  messages: Found[];
  /** Where the one list goes on that is shown in pages. */
  next: Place | null;
  /** Where the searcher may choose to look. */
  places: { id: string; name: string; groups: { id: string; name: string }[] }[];
}

type Lists = Pick<FoundPage, "things" | "titles" | "moreTitles" | "messages" | "next">;
const nothing: Lists = { things: [], titles: [], moreTitles: false, messages: [], next: null };

/** How many of each kind stand above the messages, and how many when one asks for that kind alone. */
const inShort = { things: 3, titles: 5 };
const alone = { things: 50, titles: 20 };
const messagesOnPage = 20;
/** So many leerplekken can be chosen from. */
const placesToChoose = 50;

/**
 * Everything with these words that the actor may see, through the gates of the features themselves.
 * @throws AppError `too_many` for who searches faster than a person does.
 */
export async function searchEverything(ctx: Ctx, asked: SearchAsked): Promise<FoundPage> {
  const { after, ...given } = asked;
  if (asked.words !== "") await ctx.house.limiter.consume(ctx, "search", perPerson(limits.searches, "minute"));
  const readable = await readableGroups(ctx);
  const within = narrowed(ctx, readable, asked);
  const words = typedWords(asked.words);
  const page = { asked: { ...given, words }, first: after === null, tooCommon: false, instead: null, places: placesOf(readable) };
  const query = await queryFor(ctx, words);
  if (query === null) return { ...page, ...nothing, tooCommon: words !== "" };
  const found = await search(ctx, words, query, asked, within);
  if (isSomething(found) || after !== null) return { ...page, ...found };
  for (const instead of await otherSpellings(ctx, words)) {
    const other = await queryFor(ctx, instead);
    const lists = other === null ? nothing : await search(ctx, instead, other, asked, within);
    if (isSomething(lists)) return { ...page, ...lists, instead };
  }
  return { ...page, ...found };
}

const isSomething = ({ things, titles, messages }: Lists) => things.length + titles.length + messages.length > 0;

function narrowed(ctx: Ctx, readable: SearchWithin["groups"], { where, since }: SearchAsked): SearchWithin {
  const [kind, id] = where.split(":");
  const within = { ...(kind === "plek" ? { spaceId: id } : {}), ...(kind === "groep" ? { groupId: id } : {}) };
  const groups = new Map([...readable].filter(([groupId, one]) => (within.spaceId ?? one.space.id) === one.space.id && (within.groupId ?? groupId) === groupId));
  return { ...within, groups, ...(since ? { since: new Date(ctx.now.getTime() - periods[since] * 86_400_000) } : {}) };
}

function placesOf(readable: SearchWithin["groups"]): FoundPage["places"] {
  const places = new Map<string, FoundPage["places"][number]>();
  for (const { space, group } of readable.values()) {
    const place = places.get(space.id) ?? { id: space.id, name: space.name, groups: [] };
    place.groups.push({ id: group.id, name: group.name });
    places.set(space.id, place);
  }
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, "nl");
  return [...places.values()].map((place) => ({ ...place, groups: place.groups.sort(byName) })).sort(byName).slice(0, placesToChoose);
}

async function search(ctx: Ctx, words: string, query: SearchQuery, asked: SearchAsked, within: SearchWithin): Promise<Lists> {
  const { kind, author, after } = asked;
  const wants = (...some: Kind[]) => kind === "" || some.includes(kind);
  const talk = { words, query, author, ...within };
  // Who wrote a text together cannot be asked for; further pages are of one list.
  const things = author !== "" || after !== null ? [] : await searchThings(ctx, words, query, kind, within);
  const ofTitles = kind === "leervragen" ? (["question"] as const) : kind === "gesprekken" ? (["conversation", "announcement"] as const) : undefined;
  const onlyTitles = ofTitles !== undefined;
  const titles =
    wants("gesprekken", "leervragen") && (after === null || onlyTitles)
      ? await searchDiscussions(ctx, { ...talk, of: "titles", kinds: ofTitles, limit: onlyTitles ? alone.titles : inShort.titles, ...(after && onlyTitles ? { after } : {}) })
      : { items: [], next: null };
  const messages = wants("berichten") ? await searchDiscussions(ctx, { ...talk, of: "messages", limit: messagesOnPage, ...(after ? { after } : {}) }) : { items: [], next: null };
  return {
    things,
    titles: titles.items.map(toFound),
    moreTitles: !onlyTitles && titles.next !== null,
    messages: messages.items.map(toFound),
    next: onlyTitles ? titles.next : messages.next,
  };
}

function toFound({ kind, id, title, href, passage, author, at, where, hidden }: FoundDiscussion): Found {
  return { kind, id, title, href, passage, author, at, hidden, where: `${where.group}, ${where.space}` };
}

async function searchThings(ctx: Ctx, words: string, query: SearchQuery, kind: Kind | "", within: SearchWithin): Promise<Found[]> {
  const limit = kind === "" ? inShort.things : alone.things;
  const asked = { words, limit, ...within };
  const wants = (...some: Kind[]) => kind === "" || some.includes(kind);
  const found = [
    ...(wants("activiteiten") ? await searchActivities(ctx, asked) : []),
    ...(wants("experimenten") ? await searchExperiments(ctx, asked) : []),
    ...(wants("teksten", "leermateriaal") ? await searchDocuments(ctx, { ...asked, ...(kind === "teksten" ? { of: "document" } : kind === "leermateriaal" ? { of: "material" } : {}) }) : []),
  ].sort((a, b) => b.rank - a.rank);
  const passages = await passagesOf(ctx, found.flatMap(({ title, text }) => [title, text]), query);
  return found.map(({ kind: of, id, href, at }, index) => ({
    kind: of, id, href, at, author: null, where: "", hidden: false,
    title: passages[index * 2]!.segments,
    passage: passages[index * 2 + 1]!.segments,
  }));
}
