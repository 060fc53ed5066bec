import { renewSession } from "~/features/accounts/index.server";
import { mayTakeUpStewardship } from "~/permissions/spaces";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessSpaceToChange } from "./access-space.server";
import { giveRole } from "./give-role.server";
import { TakeUpInput } from "./input";
import { holdersOf, partnerIn, personOf, speaksFor } from "./queries.server";

/**
 * Somebody who speaks for an organisation that already runs a leerplek becomes its steward too: when a colleague leaves,
 * the organisation goes on.
 * @throws AppError `forbidden`, `already_done`, `closed`, `not_found`, `sign_in`.
 */
export const takeUpStewardship = defineAction({
  name: "space.take-up-stewardship",
  input: TakeUpInput,
  limit: perPerson(10, "minute"),
  load: async (ctx, input) => {
    const accessed = await accessSpaceToChange(ctx, input.spaceId);
    const partner = await partnerIn(ctx, input.spaceId, input.organisationId);
    const held = await holdersOf(ctx, input.spaceId);
    const already = held.some((one) => one.role === "space_steward" && one.personId === ctx.actor.personId && one.organisationId === input.organisationId);
    return { ...accessed, state: partner?.state ?? null, steward: await speaksFor(ctx, input.organisationId), already };
  },
  allow: (actor, { relation, ...organisation }) => mayTakeUpStewardship(actor, relation, organisation),
  run: async (ctx, { input, loaded, fact }) => {
    const { spaceId, organisationId, shownName, function: itsFunction } = input;
    const person = (await personOf(ctx, { personId: ctx.actor.personId! }))!;
    await giveRole(ctx, { spaceId, person, role: "space_steward", organisationId, function: itsFunction, until: null, how: "joined", byActor: null, shownName }, fact);
    return { slug: loaded.space.slug, setCookie: await renewSession(ctx, fact) };
  },
});
