import { accessMember, endInSpace, rolesIn, youWereRemoved } from "~/features/spaces/index.server";
import { mayRemoveMember } from "~/permissions/spaces";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import { endInAllGroups } from "./end-membership.server";
import { RemoveMemberInput } from "./input";

/**
 * Takes somebody out of a leerplek and all its groups, with the reason that they read. They come back only when let in.
 * @throws AppError `forbidden`, `not_yourself`, `end_role_first` for staff, `already_done`, `not_found`, `sign_in`, `invalid_input` without a reason.
 */
export const removeMember = defineAction({
  name: "space.remove-member",
  input: RemoveMemberInput,
  limit: perPerson(30, "minute"),
  load: async (ctx, input) => {
    const accessed = await accessMember(ctx, input.spaceId, input.membershipId);
    return { ...accessed, roles: await rolesIn(ctx, input.spaceId, accessed.member.personId) };
  },
  allow: (actor, { relation, member, roles }) =>
    mayRemoveMember(actor, relation, { self: member.personId === actor.personId, takesPart: member.leftAt === null, staff: roles.length > 0 }),
  run: async (ctx, { input, loaded: { member, space }, fact }) => {
    const ending = { person: member, membershipId: member.id, because: "removed" as const, reason: input.reason };
    await endInSpace(ctx, space.id, ending, fact);
    await endInAllGroups(ctx, space.id, ending, fact);
    fact(youWereRemoved, { stream: streamId("person", member.actorId), spaceId: space.id, data: {} });
    return { slug: space.slug };
  },
});
