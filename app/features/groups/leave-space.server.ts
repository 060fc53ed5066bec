import { SpaceInput } from "~/features/spaces/input";
import { accessSpace, endInSpace } from "~/features/spaces/index.server";
import { mayLeaveSpace } from "~/permissions/spaces";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { endInAllGroups } from "./end-membership.server";

/**
 * Leaves a leerplek and all its groups. What one wrote stays under the name one had.
 * @throws AppError `end_role_first` for who still has a task here, `already_done`, `not_found`, `sign_in`.
 */
export const leaveSpace = defineAction({
  name: "space.leave",
  input: SpaceInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessSpace(ctx, { id: input.spaceId }),
  allow: (actor, { relation }) => mayLeaveSpace(actor, relation),
  run: async (ctx, { input, loaded, fact }) => {
    const person = { personId: ctx.actor.personId!, actorId: ctx.actor.actorId! };
    const ending = { person, membershipId: loaded.membership!.id, because: "left" as const, reason: null };
    await endInSpace(ctx, input.spaceId, ending, fact);
    await endInAllGroups(ctx, input.spaceId, ending, fact);
    return { slug: loaded.space.slug };
  },
});
