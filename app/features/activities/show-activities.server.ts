import { loadRelations } from "~/features/groups/index.server";
import { mayReadActivity } from "~/permissions/activities";
import { defineEntity } from "~/platform/entities.server";
import { parseStream } from "~/platform/streams";
import { defineThing } from "~/platform/things.server";
import { relationToActivity } from "./access-activity.server";
import { findActivities, type ActivityRow } from "./queries.server";
import { activityHref, type ActivityView } from "./views";

/** A revision above every real one, for what is no longer in the database at all. */
const goneForGood = 2 ** 31 - 1;

/** An activity as everyone who may read it sees it. */
export function showActivity(row: ActivityRow): ActivityView {
  const { id, rev, title, description, place, nis, howToGetThere, places, priceCents, contactName, contactPhone, state, headcount } = row;
  return {
    kind: "activity",
    id,
    rev,
    group: row.groupId,
    experiment: row.experimentId,
    title,
    description,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    place,
    nis,
    howToGetThere,
    places,
    priceCents,
    contactName,
    contactPhone,
    state,
    headcount,
  };
}

defineEntity("activity", async (ctx, ids, stream) => {
  const rows = new Map((await findActivities(ctx, ids)).map((row) => [row.id, row]));
  const parsed = parseStream(stream);
  return ids.map((id) => {
    const row = rows.get(id);
    if (!row) return { kind: "activity", id, rev: goneForGood, gone: "removed" };
    if (parsed?.kind !== "group" || parsed.id !== row.groupId) return { kind: "activity", id, rev: row.rev, gone: "moved" };
    if (row.moderation !== "visible") return { kind: "activity", id, rev: row.rev, gone: row.moderation };
    return { ...showActivity(row) };
  });
});

defineThing("activity", async (ctx, ids) => {
  const rows = await findActivities(ctx, ids);
  const relations = await loadRelations(ctx, [ctx.actor.personId], rows.map((row) => row.groupId));
  return rows.flatMap((row) => {
    const group = relations(ctx.actor.personId, row.groupId)?.relation;
    if (!group || mayReadActivity(ctx.actor, relationToActivity(ctx, row, group)) !== true) return [];
    return [{ kind: "activity", id: row.id, spaceId: row.spaceId, title: row.title, href: activityHref(row.id) }];
  });
});
