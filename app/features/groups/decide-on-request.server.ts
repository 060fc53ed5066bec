import { eq } from "drizzle-orm";
import { joinRequest } from "#db/schema/index";
import { admitToSpace, personOf } from "~/features/spaces/index.server";
import { mayDecideOnRequest } from "~/permissions/groups";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { accessRequest, type AccessedRequest } from "./access-request.server";
import { admitToGroup } from "./admit-to-group.server";
import { joinDecided } from "./facts";
import { DecideRequestInput } from "./input";
import { loadRelations } from "./load-relations.server";

/**
 * A facilitator or steward says yes, or no with the reason that the person reads. A yes also gives the shown name in the leerplek.
 * @throws AppError `already_decided`, `not_yourself`, `ask_moderator` when the person is suspended here, `closed`, `paused`,
 *   `not_found` for who does not run the group, `sign_in`.
 */
export const decideOnRequest = defineAction({
  name: "group.decide-on-request",
  input: DecideRequestInput,
  limit: perPerson(60, "minute"),
  load: (ctx, input) => accessRequest(ctx, input.requestId),
  allow: (actor, { relation, request }) => mayDecideOnRequest(actor, { group: relation, self: request.personId === actor.personId, open: request.state === "open" }),
  run: async (ctx, { input, loaded, fact }) => {
    const accepted = input.decision === "accept";
    if (accepted) await letIn(ctx, loaded, fact);
    const decided = { state: accepted ? ("accepted" as const) : ("declined" as const), decidedByActor: ctx.actor.actorId, decidedAt: ctx.now };
    await ctx.db
      .update(joinRequest)
      .set({ ...decided, reason: input.decision === "decline" ? input.reason : null })
      .where(eq(joinRequest.id, input.requestId));
    fact(joinDecided, {
      stream: streamId("person", loaded.request.actorId),
      spaceId: loaded.space.id,
      groupId: loaded.group.id,
      object: { kind: "join-request", id: input.requestId },
      data: { request: input.requestId, accepted },
    });
    return { groupId: loaded.group.id, slug: loaded.space.slug };
  },
});

async function letIn(ctx: Ctx, { request, group, space }: AccessedRequest, fact: FactWriter): Promise<void> {
  const asker = (await loadRelations(ctx, [request.personId], [group.id]))(request.personId, group.id);
  if (!asker || asker.relation.suspended || asker.relation.space.suspended) throw new AppError("ask_moderator");
  const person = (await personOf(ctx, { personId: request.personId }))!;
  const byActor = ctx.actor.actorId;
  const membership = await admitToSpace(ctx, { spaceId: space.id, person, shownName: request.shownName || person.name, how: "approved", byActor }, fact);
  await admitToGroup(ctx, { group, person, membershipId: membership.id, how: "approved", byActor }, fact);
}
