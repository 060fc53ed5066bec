import { sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { readRanges } from "#db/schema/columns";
import type { Range } from "./ranges";

/** How somebody stands in a conversation. */
export interface Reading {
  seen: Range[];
  /** How many messages they have not seen. */
  unread: number;
  /** The first of those, and when it was written; null when everything was seen. */
  first: number | null;
  since: string | null;
}

/** What is kept for one person in one conversation; of more, the gaps that are furthest back count as seen. */
export const mostRanges = 100;

/** No more ranges than are kept. Written for a multirange of any statement. */
export function bounded(ranges: SQL): SQL {
  return sql`(select case when lowest.until is null then given.seen else given.seen + int4multirange(int4range(lower(given.seen), lowest.until)) end
    from (select ${ranges} as seen) given
    left join lateral (select upper(one) as until from unnest(given.seen) one order by one desc offset ${sql.raw(String(mostRanges - 1))} limit 1) lowest on true)`;
}

/**
 * What counts as seen for who never opened a conversation, in a statement that selects from `discussion`: a member has
 * missed what was written since they joined the group, everybody else nothing before the number `others`. Found by halving, so that it takes some
 * seventeen rows in a conversation of a hundred thousand.
 */
export function seenFromStart(personId: SQLWrapper | string, others: SQL): SQL {
  return sql`int4multirange(int4range(1, coalesce((
    select (with recursive halved(low, high) as (
        select 1, discussion.message_count + 1
      union all
        select case when found.later then low else found.number + 1 end, case when found.later then middle else high end
        from (select low, high, (low + high) / 2 as middle from halved where low < high) between_
        cross join lateral (
          select coalesce(max(one.number), middle) as number, coalesce(bool_and(one.created_at > gm.joined_at), true) as later
          from (select m.number, m.created_at from message m where m.discussion_id = discussion.id and m.number >= middle order by m.number limit 1) one
        ) found
      ) select min(high) from halved)
    from group_membership gm where gm.person_id = ${personId} and gm.group_id = discussion.group_id and gm.ended_at is null
  ), ${others})))`;
}

/** How a person stands in a conversation, in a statement that selects from `discussion`. `offset 0`: found once, not for every use of it. */
export function readingOf(personId: SQLWrapper | string): SQL<Reading> {
  return sql<Reading>`(select jsonb_build_object(
      'seen', own.seen,
      'unread', greatest(0, discussion.message_count - (select coalesce(sum(upper(one) - lower(one)), 0) from unnest(own.seen) one)),
      'first', next.number,
      'since', (select m.created_at from message m where m.discussion_id = discussion.id and m.number >= next.number order by m.number limit 1))
    from (select coalesce((select rp.seen from reading_position rp where rp.person_id = ${personId} and rp.discussion_id = discussion.id), ${seenFromStart(personId, sql`discussion.message_count + 1`)}) as seen offset 0) own
    cross join lateral (select lower(int4multirange(int4range(1, discussion.message_count + 1)) - own.seen) as number offset 0) next)`.mapWith(
    (given: { seen: string; unread: number; first: number | null; since: string | null }): Reading => ({
      ...given,
      seen: readRanges(given.seen),
      since: given.since && new Date(given.since).toISOString(),
    }),
  );
}

/** Leaves out what was read to the end, or was last written in before the person came, without looking at its messages. */
export function couldBeUnread(personId: SQLWrapper | string): SQL {
  return sql`case when exists (select 1 from reading_position rp where rp.person_id = ${personId} and rp.discussion_id = discussion.id)
    then exists (select 1 from reading_position rp where rp.person_id = ${personId} and rp.discussion_id = discussion.id and not rp.seen @> int4range(1, discussion.message_count + 1))
    else exists (select 1 from group_membership gm where gm.person_id = ${personId} and gm.group_id = discussion.group_id and gm.ended_at is null and gm.joined_at < discussion.last_message_at) end`;
}

/**
 * Some messages of a conversation that a row of another feature is about. Its columns with the name of the table written
 * out: among the fields of a statement on one table, drizzle leaves it away.
 */
export interface About {
  person: SQL;
  discussion: SQL;
  from: SQL;
  to: SQL;
}

/** Whether the person of a row has seen all the messages that it is about; not for a row that is about none. */
export function sawAll({ person, discussion, from, to }: About): SQL {
  return sql`exists (select 1 from reading_position rp where rp.person_id = ${person} and rp.discussion_id = ${discussion} and ${to} is not null and rp.seen @> int4range(least(${from}, ${to}), ${to} + 1))`;
}

/** How many messages that a row is about its person has not seen. */
export function countUnseen({ person, discussion, from, to }: About): SQL<number> {
  return sql<number>`case when ${to} >= ${from} then ${to} + 1 - ${from} - (select coalesce(sum(upper(one) - lower(one)), 0)
    from reading_position rp cross join unnest(rp.seen * int4multirange(int4range(${from}, ${to} + 1))) one where rp.person_id = ${person} and rp.discussion_id = ${discussion}) else 0 end`.mapWith(Number);
}
