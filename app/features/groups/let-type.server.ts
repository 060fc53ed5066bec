import { and, eq } from "drizzle-orm";
import { groupMembership } from "#db/schema/index";
import { mayLetType } from "~/permissions/groups";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessGroupFront } from "./access-group.server";
import { typingAllowed } from "./facts";
import { LetTypeInput } from "./input";

/**
 * "Mijn begeleider mag voor mij typen", or not any more; it works at once, also on what is being typed in.
 * @throws AppError `join_group` for who is no member, `not_found`, `sign_in`.
 */
export const letType = defineAction({
  name: "group.let-type",
  input: LetTypeInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessGroupFront(ctx, input.groupId),
  allow: (actor, { relation }) => mayLetType(actor, relation),
  run: async (ctx, { input: { groupId, allowed }, loaded: { space }, fact }) => {
    const own = and(eq(groupMembership.groupId, groupId), eq(groupMembership.personId, ctx.actor.personId!));
    await ctx.db.update(groupMembership).set({ mayBeTypedFor: allowed }).where(own);
    fact(typingAllowed, { spaceId: space.id, groupId, data: { allowed } });
    return { groupId };
  },
});
