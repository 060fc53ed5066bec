import { mayJoinSpace } from "~/permissions/spaces";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessSpace } from "./access-space.server";
import { admitToSpace } from "./admit-to-space.server";
import { JoinSpaceInput } from "./input";

/**
 * Takes part in an open leerplek under a name of one's choice, having agreed to its house rules.
 * @throws AppError `sign_in`, `not_found`, `join_group` where one asks to come in, `invitation_only`, `ask_moderator` after
 *   having been taken out, `suspended`, `paused`, `closed`, `not_open_yet`, `already_done`.
 */
export const joinSpace = defineAction({
  name: "space.join",
  input: JoinSpaceInput,
  limit: perPerson(20, "minute"),
  load: (ctx, input) => accessSpace(ctx, { id: input.spaceId }),
  allow: (actor, { relation }) => mayJoinSpace(actor, relation),
  run: async (ctx, { input, loaded, fact }) => {
    const { spaceId, shownName, nameForEveryone } = input;
    const person = { personId: ctx.actor.personId!, actorId: ctx.actor.actorId! };
    const membership = await admitToSpace(ctx, { spaceId, person, shownName, how: "open", byActor: null, nameForEveryone }, fact);
    return { slug: loaded.space.slug, membershipId: membership.id };
  },
});
