import { and, eq } from "drizzle-orm";
import { groupMembership } from "#db/schema/index";
import { mayRemoveFromGroup } from "~/permissions/groups";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessGroupMember } from "./access-group-member.server";
import { writingChanged } from "./facts";
import { groupStream } from "./group-stream.server";
import { SetWritingInput } from "./input";

/**
 * Lets a member write in a group, or only read along. It works at once, also on what they are writing.
 * @throws AppError `forbidden`, `not_yourself`, `already_done` for who is no member, `not_found`, `sign_in`.
 */
export const setWriting = defineAction({
  name: "group.set-writing",
  input: SetWritingInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessGroupMember(ctx, input.groupId, input.membershipId),
  allow: (actor, { relation, member }) => mayRemoveFromGroup(actor, relation, { self: member.personId === actor.personId, takesPart: member.takesPart }),
  run: async (ctx, { input, loaded: { member, space }, fact }) => {
    const { groupId, mayWrite } = input;
    await ctx.db.update(groupMembership).set({ mayWrite }).where(and(eq(groupMembership.groupId, groupId), eq(groupMembership.personId, member.personId)));
    fact(writingChanged, { stream: groupStream(groupId), spaceId: space.id, groupId, object: { kind: "member", id: member.membershipId }, data: { mayWrite } });
    return { groupId };
  },
});
