import { eq, sql } from "drizzle-orm";
import { group } from "#db/schema/index";
import { spaceStream } from "~/features/spaces/index.server";
import { mayRunGroup } from "~/permissions/groups";
import { actingRole } from "~/permissions/relations";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessGroupToChange } from "./access-group.server";
import { groupArchived, groupListChanged } from "./facts";
import { groupStream } from "./group-stream.server";
import { GroupInput } from "./input";

/**
 * Closes a group for good: everything stays to be read by who could, nothing can be added.
 * @throws AppError `closed` when it was already, `forbidden`, `paused`, `not_found`, `sign_in`.
 */
export const archiveGroup = defineAction({
  name: "group.archive",
  input: GroupInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessGroupToChange(ctx, input.groupId),
  allow: (actor, { relation }) => mayRunGroup(actor, relation),
  run: async (ctx, { input: { groupId }, loaded, fact }) => {
    await ctx.db.update(group).set({ archivedAt: ctx.now, rev: sql`${group.rev} + 1` }).where(eq(group.id, groupId));
    const place = { spaceId: loaded.space.id, groupId, role: actingRole(loaded.relation.space) };
    fact(groupArchived, { ...place, stream: groupStream(groupId), data: {} });
    if (loaded.group.joining !== "invitation") fact(groupListChanged, { ...place, stream: spaceStream(loaded.space.id), data: { what: "archived" } });
    return { slug: loaded.space.slug };
  },
});
