import { mayClaimCase } from "~/permissions/moderation";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessCase } from "./access-case.server";
import { caseClaimed } from "./facts";
import { CaseInput } from "./input";
import { changeCase, onDesk, ownership } from "./own-case.server";

/**
 * Takes a case upon oneself: others see that somebody is at it, and its clock starts again. It gives no right that others
 * lose: whoever decides first, decides.
 * @throws AppError `already_decided`, `other_decider`, `not_own_case`, `not_found`.
 */
export const claimCase = defineAction({
  name: "moderation.claim",
  input: CaseInput,
  limit: perPerson(60, "minute"),
  load: (ctx, input) => accessCase(ctx, input.case),
  allow: (actor, one) => mayClaimCase(actor, one.relation),
  run: async (ctx, { loaded: { row, seat }, fact }): Promise<void> => {
    if (row.claimedByActor === ctx.actor.actorId && row.ownerPersonId === ctx.actor.personId) return;
    await changeCase(ctx, row.id, { ...ownership(ctx, { personId: ctx.actor.personId! }), claimedByActor: ctx.actor.actorId, claimedAt: ctx.now });
    fact(caseClaimed, { ...onDesk(row), role: seat!.role, organisationId: seat!.organisationId, data: { caseId: row.id } });
  },
});
