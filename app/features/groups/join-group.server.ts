import { admitToSpace } from "~/features/spaces/index.server";
import { mayJoinGroup } from "~/permissions/groups";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { accessGroupFront, type AccessedGroup } from "./access-group.server";
import { admitToGroup } from "./admit-to-group.server";
import { JoinGroupInput } from "./input";

/**
 * Becomes a member of an open group. Who has no shown name in the leerplek yet takes one and agrees to the house rules in the same step.
 * @throws AppError `sign_in`, `join_group` where one asks, `join_space` where the leerplek itself is not open, `invitation_only`,
 *   `ask_moderator` after having been taken out, `suspended`, `paused`, `closed`, `already_done`, `not_found`, `invalid_input`.
 */
export const joinGroup = defineAction({
  name: "group.join",
  input: JoinGroupInput,
  limit: perPerson(20, "minute"),
  load: (ctx, input) => accessGroupFront(ctx, input.groupId),
  allow: (actor, { relation }) => mayJoinGroup(actor, relation),
  run: async (ctx, { input, loaded, fact }) => {
    const membershipId = loaded.relation.space.member ? loaded.membership!.id : await takeName(ctx, loaded, input, fact);
    const person = { personId: ctx.actor.personId!, actorId: ctx.actor.actorId! };
    await admitToGroup(ctx, { group: loaded.group, person, membershipId, how: "open", byActor: null }, fact);
    return { groupId: input.groupId, slug: loaded.space.slug };
  },
});

async function takeName(ctx: Ctx, { space }: AccessedGroup, input: { shownName: string; agree?: "yes"; nameForEveryone?: "yes" }, fact: FactWriter): Promise<string> {
  checkNewcomer(input);
  const person = { personId: ctx.actor.personId!, actorId: ctx.actor.actorId! };
  const { shownName, nameForEveryone } = input;
  return (await admitToSpace(ctx, { spaceId: space.id, person, shownName, how: "open", byActor: null, nameForEveryone: nameForEveryone === "yes" }, fact)).id;
}

/** @throws AppError `invalid_input` when somebody new in a leerplek gave no name or did not agree to its house rules. */
export function checkNewcomer(input: { shownName: string; agree?: "yes" }): void {
  const fields: Record<string, string> = {};
  if (!input.shownName) fields.shownName = "required";
  if (!input.agree) fields.agree = "required";
  if (Object.keys(fields).length > 0) throw new AppError("invalid_input", { fields });
}

