import { sql, type SQL } from "drizzle-orm";
import type { Ctx } from "~/platform/ctx.server";
import { requirementsOf, type SearchQuery } from "~/platform/search-words";
import type { Place } from "./place";

/** What to look through. */
export interface Asked {
  query: SearchQuery;
  /** Groups whose inside the searcher may read. */
  groups: readonly string[];
  /** Of these, the ones in which they may also find what moderation hid. */
  moderated: readonly string[];
  /** Of the searcher; null without an account. */
  self: string | null;
  /** Only what these actors wrote in these leerplekken. */
  authors?: readonly { spaceId: string; actorId: string }[];
  kinds?: readonly ("conversation" | "question" | "announcement")[];
  since?: Date;
  after?: Place;
}

export interface Hit {
  id: string;
  place: Place;
  hidden: boolean;
}

/** So many of the newest messages are read one by one before the index of words is asked. */
const walked = 4_000;
/** Up to so many groups each is read on its own: in a small group the newest of everywhere say nothing. */
const fewGroups = 20;
/** So many messages with the words are put in order of time at most: all there are, or those since some moment. */
const ordered = { few: 10_000, many: 120_000 };
/** How often it is looked how far back is enough, when more than these have the words. */
const tries = 6;

/**
 * Messages with the words, the newest first, at most `limit`. A word that everybody uses stands among the newest messages, so
 * these are read first; what is not there is mostly rare enough for the index of words. All is bounded, so that no word takes
 * long; only of words that more than `ordered.many` messages have, few of them new, some of the newest may be missed.
 */
export async function findMessagesWith(ctx: Ctx, asked: Asked, limit: number): Promise<Hit[]> {
  const newest = await throughNewest(ctx, asked, limit);
  if (newest.hits.length >= limit || newest.reached === null) return newest.hits;
  const rare = rarest(asked.query, newest.having);
  const all = await throughIndex(ctx, asked, rare, limit, ordered.many);
  return all.overfull ? throughTime(ctx, asked, rare, limit, newest.reached) : all.hits;
}

/**
 * What the index is asked: of several words that must all be there those that few messages have. For each common one it
 * gathers every message that has it, which takes longer than looking at those with the rare ones.
 * @param having how many of the newest messages have each requirement of the query
 */
function rarest(query: SearchQuery, having: readonly number[]): SearchQuery {
  const parts = requirementsOf(query).map((part, index) => ({ part, times: part.startsWith("!") ? Infinity : having[index]! }));
  const few = Math.max(walked / 200, Math.min(...parts.map(({ times }) => times)));
  return parts.filter(({ times }) => times <= few).map(({ part }) => part).join(" & ") as SearchQuery;
}

/** Too many to put them all in order: looks for how far back there are enough, and not too many. */
async function throughTime(ctx: Ctx, asked: Asked, rare: SearchQuery, limit: number, reached: Date): Promise<Hit[]> {
  const from = (asked.after ? new Date(asked.after.at) : ctx.now).getTime();
  let near = Math.max(from - reached.getTime(), 60_000);
  let far = asked.since ? from - asked.since.getTime() : null;
  let found: Hit[] = [];
  for (let left = tries; left > 0; left -= 1) {
    const span = far === null ? near * 16 : Math.sqrt(near * far);
    const tried = await throughIndex(ctx, { ...asked, since: new Date(from - span) }, rare, limit, ordered.few);
    found = tried.hits;
    if (tried.overfull) far = span;
    else if (found.length >= limit) break;
    else near = span;
  }
  return found;
}

const inTime = ({ after, since }: Asked, one: SQL) => sql`
  ${after ? sql`AND (${one}.created_at, ${one}.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
  ${since ? sql`AND ${one}.created_at >= ${since.toISOString()}::timestamptz` : sql``}`;

const ids = (values: readonly string[]) => sql`any(${`{${values.join(",")}}`}::uuid[])`;

const place = (one: SQL) => sql`to_char(${one}.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Conditions on `m`, a message with the words, and `d`, its conversation. What is taken away is there for nobody. */
function conditions(asked: Asked): SQL {
  const hidden = asked.moderated.length === 0 ? sql`false` : sql`m.group_id = ${ids(asked.moderated)} AND m.state <> 'removed' AND d.moderation <> 'removed' AND m.author_actor IS DISTINCT FROM ${asked.self}::uuid`;
  const authors = asked.authors && sql`AND (d.space_id, m.author_actor) IN (SELECT (one->>'spaceId')::uuid, (one->>'actorId')::uuid FROM jsonb_array_elements(${JSON.stringify(asked.authors)}::jsonb) AS one)`;
  return sql`((m.state = 'visible' AND d.moderation = 'visible') OR (${hidden})) ${authors ?? sql``}`;
}

const shown = sql`m.id, ${place(sql`m`)} AS at, m.state <> 'visible' OR d.moderation <> 'visible' AS hidden`;

/** What a walk found. `reached`: how far back it saw everything; null: to the end. `having`: how many messages it saw with each requirement. */
interface Walked {
  hits: Hit[];
  having: number[];
  reached: Date | null;
}

/** Reads the newest messages one by one: of each author who is asked for, of each group where there are few, else of everywhere. */
async function throughNewest(ctx: Ctx, asked: Asked, limit: number): Promise<Walked> {
  const [of, places] = asked.authors
    ? [sql`author_actor = place.id`, asked.authors.map(({ actorId }) => actorId)]
    : asked.groups.length <= fewGroups
      ? [sql`group_id = place.id`, asked.groups]
      : [sql`true`, null];
  const most = places ? Math.ceil(walked / places.length) : walked;
  const having = requirementsOf(asked.query).map((part) => sql`count(*) FILTER (WHERE search @@ ${part}::tsquery)`);
  const { rows } = await ctx.db.execute<{ id: string | null; at: string | null; hidden: boolean; reached: Date | string | null; having: number[] }>(sql`
    WITH newest AS (
      SELECT place.id AS place, one.* FROM ${places ? sql`unnest(${`{${[...new Set(places)].join(",")}}`}::uuid[])` : sql`(VALUES (NULL::uuid))`} AS place(id) CROSS JOIN LATERAL (
        SELECT id, discussion_id, group_id, author_actor, state, search, created_at FROM message AS one
        WHERE ${of} ${inTime(asked, sql`one`)} ORDER BY created_at DESC, id DESC LIMIT ${most}
      ) AS one
    ), walks AS (
      SELECT max(reached) AS reached FROM (SELECT min(created_at) AS reached FROM newest GROUP BY place HAVING count(*) >= ${most}) AS ends
    ), words AS (
      SELECT array[${sql.join(having, sql`, `)}]::int[] AS having FROM newest
    )
    SELECT hits.*, walks.reached, words.having FROM walks CROSS JOIN words LEFT JOIN LATERAL (
      SELECT ${shown} FROM newest AS m JOIN discussion AS d ON d.id = m.discussion_id
      WHERE m.search @@ ${asked.query}::tsquery AND m.group_id = ${ids(asked.groups)} AND ${conditions(asked)} AND (walks.reached IS NULL OR m.created_at > walks.reached)
      ORDER BY m.created_at DESC, m.id DESC LIMIT ${limit}
    ) AS hits ON true`);
  const reached = rows[0]?.reached ?? null;
  return { hits: toHits(rows), having: rows[0]?.having ?? [], reached: reached === null ? null : new Date(reached) };
}

/** Puts at most `candidates` messages with the words in order. `overfull`: there may be more, and newer ones among them. */
async function throughIndex(ctx: Ctx, asked: Asked, rare: SearchQuery, limit: number, candidates: number): Promise<{ hits: Hit[]; overfull: boolean }> {
  // Nearly all of what fits may be shown: of the newest few it is looked up whether, and of all only where that is not enough.
  const some = await newestFitting(ctx, asked, rare, limit, candidates, limit * 8);
  const { hits, n } = some.hits.length < limit && some.n > limit * 8 ? await newestFitting(ctx, asked, rare, limit, candidates, candidates) : some;
  return { hits, overfull: n >= candidates };
}

/** The first `judged` of them in order of time, as far as they may be shown. `n`: how many have the words, up to `candidates`. */
async function newestFitting(ctx: Ctx, asked: Asked, rare: SearchQuery, limit: number, candidates: number, judged: number): Promise<{ hits: Hit[]; n: number }> {
  const { rows } = await ctx.db.execute<{ id: string | null; at: string | null; hidden: boolean; n: number }>(sql`
    WITH fitting AS MATERIALIZED (
      SELECT id, created_at FROM message AS one
      WHERE search @@ ${rare}::tsquery ${rare === asked.query ? sql`` : sql`AND ts_match_vq(search, ${asked.query}::tsquery)`} AND group_id = ${ids(asked.groups)} ${inTime(asked, sql`one`)}
      ${asked.authors ? sql`AND author_actor = ${ids(asked.authors.map((one) => one.actorId))}` : sql``}
      LIMIT ${candidates}
    ), newest AS MATERIALIZED (
      SELECT id FROM fitting ORDER BY created_at DESC, id DESC LIMIT ${judged}
    )
    SELECT hits.*, size.n FROM (SELECT count(*)::int AS n FROM fitting) AS size LEFT JOIN LATERAL (
      SELECT ${shown} FROM newest JOIN message AS m ON m.id = newest.id JOIN discussion AS d ON d.id = m.discussion_id WHERE ${conditions(asked)}
      ORDER BY m.created_at DESC, m.id DESC LIMIT ${limit}
    ) AS hits ON true`);
  return { hits: toHits(rows), n: rows[0]?.n ?? 0 };
}

/** Conversations and questions with the words in their title or in their summary, the newest first. There are far fewer of them than messages. */
export async function findTitlesWith(ctx: Ctx, asked: Asked, limit: number): Promise<Hit[]> {
  const hidden = asked.moderated.length === 0 ? sql`false` : sql`d.group_id = ${ids(asked.moderated)} AND d.moderation <> 'removed' AND d.author_actor IS DISTINCT FROM ${asked.self}::uuid`;
  // Who finished a conversation wrote its summary, not its title.
  const wrote = (actor: SQL, words: SQL) => sql`((d.space_id, ${actor}) IN (SELECT (one->>'spaceId')::uuid, (one->>'actorId')::uuid FROM jsonb_array_elements(${JSON.stringify(asked.authors)}::jsonb) AS one) AND to_tsvector('leerhoek_dutch', ${words}) @@ ${asked.query}::tsquery)`;
  const authors = asked.authors && sql`AND (${wrote(sql`d.author_actor`, sql`d.title`)} OR (d.state = 'closed' AND ${wrote(sql`d.closed_by_actor`, sql`d.summary`)}))`;
  const { rows } = await ctx.db.execute<{ id: string; at: string; hidden: boolean }>(sql`
    SELECT d.id, ${place(sql`d`)} AS at, d.moderation <> 'visible' AS hidden FROM discussion AS d
    WHERE d.search @@ ${asked.query}::tsquery AND d.group_id = ${ids(asked.groups)} AND (d.moderation = 'visible' OR (${hidden}))
    ${authors ?? sql``} ${asked.kinds ? sql`AND d.kind = any(${`{${asked.kinds.join(",")}}`}::text[])` : sql``} ${inTime(asked, sql`d`)}
    ORDER BY d.created_at DESC, d.id DESC LIMIT ${limit}`);
  return toHits(rows);
}

function toHits(rows: readonly { id: string | null; at: string | null; hidden: boolean }[]): Hit[] {
  return rows.flatMap(({ id, at, hidden }) => (id !== null && at !== null ? [{ id, place: { at, id }, hidden }] : []));
}
