import { eq, sql } from "drizzle-orm";
import { discussion, message } from "#db/schema/index";
import { accessGroup, groupsAmong, groupStream } from "~/features/groups/index.server";
import { mayMoveDiscussion } from "~/permissions/discussions";
import { actingRole } from "~/permissions/relations";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, accessDiscussion } from "../access-discussion.server";
import { movedAway, movedHere } from "../facts";
import { MoveDiscussionInput } from "../input";

/**
 * Moves a conversation with all its messages to another group of the same leerplek. Its address stays; whoever has it open
 * is told on the stream of either group. Moving it to where it stands changes nothing.
 * @throws AppError `wider_audience` when somebody would read it who could not before; `forbidden`, `closed` … from the rule.
 */
export const moveDiscussion = defineAction({
  name: "discussion.move",
  input: MoveDiscussionInput,
  limit: perPerson(30, "minute"),
  load: async (ctx, input) => {
    const to = await accessGroup(ctx, input.to);
    const accessed = await accessDiscussion(ctx, input.discussion);
    if (to.space.id !== accessed.space.id) throw new AppError("not_found");
    return { ...accessed, to, membersAmong: (await groupsAmong(ctx, [input.to], accessed.group.id)).has(input.to) };
  },
  allow: (actor, { relation, to, membersAmong }) => mayMoveDiscussion(actor, relation, { group: to.relation, membersAmong }),
  run: async (ctx, { loaded, fact }) => {
    const { id, groupId } = loaded.discussion;
    const { to, space } = loaded;
    if (groupId === to.group.id) return { id };
    await ctx.db.update(discussion).set({ groupId: to.group.id, rev: sql`${discussion.rev} + 1` }).where(eq(discussion.id, id));
    await ctx.db.update(message).set({ groupId: to.group.id }).where(eq(message.discussionId, id));
    const object = { kind: "discussion", id } as const;
    fact(movedAway, { ...aboutFact(loaded, object), data: {} });
    fact(movedHere, { stream: groupStream(to.group.id), spaceId: space.id, groupId: to.group.id, role: actingRole(to.relation.space), object, data: { discussion: id } });
    return { id };
  },
});
