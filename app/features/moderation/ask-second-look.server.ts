import { appeal } from "#db/schema/index";
import { mayAskSecondLook } from "~/permissions/moderation";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessOwnDecision } from "./access-decision.server";
import { candidatesFor } from "./choose-owner.server";
import { secondLookAsked } from "./facts";
import { AskSecondLookInput } from "./input";
import { changeCase, onDesk, ownership, stateOwner } from "./own-case.server";

/**
 * Asks somebody else to look again at a measure: once, for six months. The measure stays meanwhile, and so does what it
 * was taken on.
 * @throws AppError `closed` after six months; `already_done` when asked before; `not_found` for who it is not about.
 */
export const askSecondLook = defineAction({
  name: "moderation.ask-second-look",
  input: AskSecondLookInput,
  limit: perPerson(10, "hour"),
  load: async (ctx, input) => {
    const one = await accessOwnDecision(ctx, input.decision);
    return { ...one, same: one.appeal?.id === input.id && one.appeal.byActor === ctx.actor.actorId, now: ctx.now };
  },
  allow: (actor, loaded) => (loaded.same ? true : mayAskSecondLook(actor, loaded.relation, loaded.now)),
  run: async (ctx, { input, loaded, fact }): Promise<void> => {
    const { row, decided, same } = loaded;
    if (same) return;
    await ctx.db.insert(appeal).values({ id: input.id, decisionId: decided.id, caseId: row.id, byActor: ctx.actor.actorId!, text: input.text, createdAt: ctx.now });
    const changed = { ...row, state: "appealed" as const };
    const owner = (await candidatesFor(ctx, changed))[0] ?? null;
    await changeCase(ctx, row.id, { state: "appealed", closedAt: null, openedAt: ctx.now, claimedByActor: null, claimedAt: null, ...ownership(ctx, owner) });
    fact(secondLookAsked, { ...onDesk(row), data: { caseId: row.id, decisionId: decided.id, appealId: input.id } });
    stateOwner(row, owner, "second-look", fact);
  },
});
