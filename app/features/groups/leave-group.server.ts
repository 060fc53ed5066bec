import { mayLeaveGroup } from "~/permissions/groups";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessGroupFront } from "./access-group.server";
import { endInGroups } from "./end-membership.server";
import { GroupInput } from "./input";

/**
 * Leaves a group, in one tap and without a question. What one wrote stays.
 * @throws AppError `already_done` for who is no member, `not_found`, `sign_in`.
 */
export const leaveGroup = defineAction({
  name: "group.leave",
  input: GroupInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessGroupFront(ctx, input.groupId),
  allow: (actor, { relation }) => mayLeaveGroup(actor, relation),
  run: async (ctx, { input, loaded, fact }) => {
    const person = { personId: ctx.actor.personId!, actorId: ctx.actor.actorId! };
    await endInGroups(ctx, loaded.space.id, [input.groupId], { person, membershipId: loaded.membership!.id, because: "left", reason: null }, fact);
    return { slug: loaded.space.slug, groupName: loaded.group.name };
  },
});
