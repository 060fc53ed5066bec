import { mayRemoveFromGroup } from "~/permissions/groups";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import { accessGroupMember } from "./access-group-member.server";
import { endInGroups } from "./end-membership.server";
import { removedFromGroup } from "./facts";
import { RemoveFromGroupInput } from "./input";

/**
 * Takes somebody out of a group with the reason that they read. They may ask to come back.
 * @throws AppError `forbidden`, `not_yourself`, `already_done`, `not_found`, `sign_in`, `invalid_input` without a reason.
 */
export const removeFromGroup = defineAction({
  name: "group.remove-member",
  input: RemoveFromGroupInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessGroupMember(ctx, input.groupId, input.membershipId),
  allow: (actor, { relation, member }) => mayRemoveFromGroup(actor, relation, { self: member.personId === actor.personId, takesPart: member.takesPart }),
  run: async (ctx, { input, loaded: { member, space }, fact }) => {
    await endInGroups(ctx, space.id, [input.groupId], { person: member, membershipId: member.membershipId, because: "removed", reason: input.reason }, fact);
    fact(removedFromGroup, { stream: streamId("person", member.actorId), spaceId: space.id, groupId: input.groupId, data: {} });
    return { groupId: input.groupId };
  },
});
