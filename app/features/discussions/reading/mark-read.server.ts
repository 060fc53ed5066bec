import { sql } from "drizzle-orm";
import { readRanges } from "#db/schema/columns";
import { mayMarkRead } from "~/permissions/discussions";
import { defineBatchAction } from "~/platform/define-batch-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessDiscussions } from "../access-discussion.server";
import { MarkReadInput } from "../input";
import type { DiscussionNews } from "../live/live";
import { join, within, type Ranges } from "./ranges";
import { bounded, seenFromStart } from "./seen.server";
import { tellOwnDevices } from "./tell-own-devices.server";

/**
 * Remembers which messages of a conversation the actor has seen; nothing takes that back. Nobody else hears of it, but
 * their own other devices do. Marks of the same moment share a transaction, in which those of one person in one
 * conversation are written together: scrolling, or somebody who floods the line, costs a few writes and holds nobody up.
 * @returns all that they have seen there by now.
 * @throws AppError `sign_in`, `not_found` … as the conversation says.
 */
export const markRead = defineBatchAction({
  name: "discussion.mark-read",
  input: MarkReadInput,
  limit: perPerson(120, "minute"),
  queue: { items: 2_000, weight: 2_000 },
  batch: { items: 500, weight: 500 },
  weigh: () => 1,
  load: (ctx, items) => accessDiscussions(ctx, items.map(({ ctx: { actor }, input }) => ({ actor, id: input.discussion })), false),
  allow: mayMarkRead,
  run: async (ctx, items) => {
    const marked = new Map<string, { person: string; discussion: string; seen: Ranges }>();
    const keys = items.map(({ ctx: { actor }, input, loaded: { discussion } }) => {
      const key = `${actor.personId} ${discussion.id}`;
      const seen = within(input.ranges, 1, discussion.messageCount);
      marked.set(key, { person: actor.personId!, discussion: discussion.id, seen: join(marked.get(key)?.seen ?? [], seen) });
      return key;
    });
    // In one order, so that two transactions never wait for one another.
    const rows = [...marked.keys()].sort().map((key) => ({ ...marked.get(key)!, seen: printed(marked.get(key)!.seen) }));
    const written = await ctx.db.execute<{ person_id: string; discussion_id: string; seen: string }>(sql`
      INSERT INTO reading_position AS rp (person_id, discussion_id, seen, at)
      SELECT given.person, given.discussion, given.seen + CASE WHEN known.person_id IS NULL THEN ${seenFromStart(sql`given.person`, sql`coalesce(lower(given.seen), 1)`)} ELSE '{}' END, ${ctx.now.toISOString()}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given(person uuid, discussion uuid, seen int4multirange)
      JOIN discussion ON discussion.id = given.discussion
      LEFT JOIN reading_position known ON known.person_id = given.person AND known.discussion_id = given.discussion
      ORDER BY given.person, given.discussion
      ON CONFLICT (person_id, discussion_id) DO UPDATE SET seen = ${bounded(sql`rp.seen + excluded.seen`)}, at = excluded.at
      RETURNING person_id, discussion_id, seen::text`);
    const now = new Map(written.rows.map((row) => [`${row.person_id} ${row.discussion_id}`, readRanges(row.seen)]));
    return keys.map((key) => ({ seen: now.get(key)! }));
  },
  settle: (_house, outcomes) => {
    const news = new Map<string, [personId: string, DiscussionNews["discussion:seen"]]>();
    for (const { item, result } of outcomes) {
      if ("seen" in result) news.set(`${item.ctx.actor.personId} ${item.input.discussion}`, [item.ctx.actor.personId!, { discussion: item.input.discussion, seen: result.seen }]);
    }
    for (const [personId, told] of news.values()) tellOwnDevices(personId, "discussion:seen", told);
  },
});

const printed = (ranges: Ranges) => `{${ranges.map(([from, to]) => `[${from},${to}]`).join(",")}}`;
