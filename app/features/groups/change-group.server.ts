import { eq, sql } from "drizzle-orm";
import { group } from "#db/schema/index";
import { spaceStream } from "~/features/spaces/index.server";
import { mayChangeGroup } from "~/permissions/groups";
import { actingRole } from "~/permissions/relations";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessGroupToChange } from "./access-group.server";
import { groupChanged, groupListChanged } from "./facts";
import { groupStream } from "./group-stream.server";
import { ChangeGroupInput } from "./input";

const chosen = { usual: null, on: true, off: false };

/**
 * Changes the name, description and ways in of a group. Who reads only narrows.
 * @throws AppError `only_narrower`, `stale` when somebody else changed it meanwhile, `forbidden`, `paused`, `closed`, `not_found`, `sign_in`, `invalid_input`.
 */
export const changeGroup = defineAction({
  name: "group.change",
  input: ChangeGroupInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessGroupToChange(ctx, input.groupId),
  allow: (actor, { relation }, input) => mayChangeGroup(actor, relation, input),
  run: async (ctx, { input, loaded, fact }) => {
    const { groupId, rev, presence, remarks, ...settings } = input;
    if (rev !== loaded.group.rev) throw new AppError("stale");
    await ctx.db.update(group).set({ ...settings, ...(presence ? { showsPresence: chosen[presence] } : {}), ...(remarks ? { readersRemark: remarks === "readers" } : {}), rev: sql`${group.rev} + 1` }).where(eq(group.id, groupId));
    const { visibility, joining } = settings;
    const place = { spaceId: loaded.space.id, groupId, role: actingRole(loaded.relation.space) };
    fact(groupChanged, { ...place, stream: groupStream(groupId), data: { visibility, joining } });
    if (joining !== "invitation" || loaded.group.joining !== "invitation") {
      fact(groupListChanged, { ...place, stream: spaceStream(loaded.space.id), data: { what: "changed" } });
    }
    return { groupId };
  },
});
