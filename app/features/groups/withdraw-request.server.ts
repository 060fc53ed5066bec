import { eq } from "drizzle-orm";
import { joinRequest } from "#db/schema/index";
import { mayWithdrawRequest } from "~/permissions/groups";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessRequest } from "./access-request.server";
import { joinWithdrawn } from "./facts";
import { RequestInput } from "./input";

/**
 * Takes one's own request to join back.
 * @throws AppError `not_found` for somebody else's, `already_decided`, `sign_in`.
 */
export const withdrawRequest = defineAction({
  name: "group.withdraw-request",
  input: RequestInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessRequest(ctx, input.requestId),
  allow: (actor, { request }) => mayWithdrawRequest(actor, { self: request.personId === actor.personId, open: request.state === "open" }),
  run: async (ctx, { input, loaded, fact }) => {
    await ctx.db.update(joinRequest).set({ state: "withdrawn", decidedAt: ctx.now }).where(eq(joinRequest.id, input.requestId));
    fact(joinWithdrawn, { spaceId: loaded.space.id, groupId: loaded.group.id, role: "resident", data: { request: input.requestId } });
    return { groupId: loaded.group.id };
  },
});
