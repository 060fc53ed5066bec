import { and, eq } from "drizzle-orm";
import { joinRequest } from "#db/schema/index";
import { mayAskToJoinGroup } from "~/permissions/groups";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessGroupFront } from "./access-group.server";
import { joinRequested } from "./facts";
import { AskToJoinInput } from "./input";
import { checkNewcomer } from "./join-group.server";

/**
 * Asks to be let into a group; a facilitator or steward answers. Asking again while a request is open changes nothing.
 * @throws AppError `sign_in`, `invitation_only`, `suspended`, `paused`, `closed`, `already_done` for a member, `not_found`, `invalid_input`.
 */
export const askToJoin = defineAction({
  name: "group.ask-to-join",
  input: AskToJoinInput,
  limit: perPerson(10, "hour"),
  load: (ctx, input) => accessGroupFront(ctx, input.groupId),
  allow: (actor, { relation }) => mayAskToJoinGroup(actor, relation),
  run: async (ctx, { input, loaded, fact }) => {
    if (!loaded.relation.space.member) checkNewcomer(input);
    const { groupId, text, shownName } = input;
    const mine = and(eq(joinRequest.groupId, groupId), eq(joinRequest.personId, ctx.actor.personId!), eq(joinRequest.state, "open"));
    const [open] = await ctx.db.select({ id: joinRequest.id }).from(joinRequest).where(mine);
    if (open) return { requestId: open.id, slug: loaded.space.slug };
    const [asked] = await ctx.db
      .insert(joinRequest)
      .values({ groupId, personId: ctx.actor.personId!, text, shownName, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: joinRequest.id });
    if (!asked) throw new AppError("already_done");
    fact(joinRequested, { spaceId: loaded.space.id, groupId, role: "resident", object: { kind: "join-request", id: asked.id }, data: { request: asked.id } });
    return { requestId: asked.id, slug: loaded.space.slug };
  },
});
