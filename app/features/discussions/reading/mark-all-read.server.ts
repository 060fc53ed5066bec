import { sql } from "drizzle-orm";
import { readRanges } from "#db/schema/columns";
import { accessGroup, readableGroups } from "~/features/groups/index.server";
import { mayMarkRead } from "~/permissions/discussions";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { MarkAllReadInput } from "../input";
import { couldBeUnread } from "./seen.server";
import { tellOwnDevices } from "./tell-own-devices.server";

/** Takes everything in the actor's own groups for read, or in one group. @throws AppError `sign_in`, and as `accessGroup`. */
const takeForRead = defineAction({
  name: "discussion.mark-all-read",
  input: MarkAllReadInput,
  limit: perPerson(20, "minute"),
  load: async (ctx, { groupId }) => {
    if (groupId !== undefined) return [(await accessGroup(ctx, groupId)).group.id];
    return signedIn(ctx.actor) ? [...(await readableGroups(ctx, { mine: true })).keys()] : [];
  },
  allow: mayMarkRead,
  run: async (ctx, { loaded: groups }) => {
    const personId = ctx.actor.personId!;
    const { rows } = await ctx.db.execute<{ discussion_id: string; seen: string }>(sql`
      INSERT INTO reading_position (person_id, discussion_id, seen, at)
      SELECT ${personId}::uuid, discussion.id, int4multirange(int4range(1, discussion.message_count + 1)), ${ctx.now.toISOString()}::timestamptz
      FROM discussion
      WHERE discussion.group_id IN (SELECT jsonb_array_elements_text(${JSON.stringify(groups)}::jsonb)::uuid) AND discussion.moderation = 'visible' AND ${couldBeUnread(sql`${personId}::uuid`)}
      ORDER BY discussion.id
      ON CONFLICT (person_id, discussion_id) DO UPDATE SET seen = reading_position.seen + excluded.seen, at = excluded.at
      RETURNING discussion_id, seen::text`);
    return rows.map((row) => ({ discussion: row.discussion_id, seen: readRanges(row.seen) }));
  },
});

/** More conversations than this are not told to other devices: they ask when they come into sight. */
const mostTold = 100;

/** @returns how many conversations there was something new in. @throws AppError `sign_in`, `invalid_input`, and as `accessGroup`. */
export async function markAllRead(ctx: Ctx, raw: unknown): Promise<number> {
  const changed = await takeForRead(ctx, raw);
  for (const news of changed.slice(0, mostTold)) tellOwnDevices(ctx.actor.personId!, "discussion:seen", news);
  return changed.length;
}
