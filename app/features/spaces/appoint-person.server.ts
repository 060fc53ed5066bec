import { endSessions } from "~/features/accounts/index.server";
import { mayAppoint } from "~/permissions/spaces";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessSpaceToChange } from "./access-space.server";
import { giveRole } from "./give-role.server";
import { AppointInput } from "./input";
import { partnerIn, personBySignInName } from "./queries.server";

/**
 * A steward gives a role to somebody whose sign-in name they know, until an end date. The person hears of it and signs in
 * anew: a session keeps the lifetime of who it was opened for.
 * @throws AppError `not_yourself`, `forbidden`, `closed`, `not_found`, `sign_in`, `invalid_input` for a name nobody has or an end date in the past.
 */
export const appointPerson = defineAction({
  name: "space.appoint",
  input: AppointInput,
  limit: perPerson(20, "minute"),
  load: async (ctx, input) => {
    const accessed = await accessSpaceToChange(ctx, input.spaceId);
    const partner = await partnerIn(ctx, input.spaceId, input.organisationId);
    const person = await personBySignInName(ctx, input.signInName);
    return { ...accessed, person, self: person?.personId === ctx.actor.personId, organisationTakesPart: partner?.state === "accepted" };
  },
  allow: (actor, { relation, self, organisationTakesPart }) => mayAppoint(actor, relation, { self, organisationTakesPart }),
  run: async (ctx, { input, loaded, fact }) => {
    const { spaceId, role, organisationId, until, function: itsFunction } = input;
    if (!loaded.person) throw new AppError("invalid_input", { fields: { signInName: "not_valid" } });
    if (until <= ctx.now) throw new AppError("invalid_input", { fields: { until: "too_low" } });
    await giveRole(ctx, { spaceId, person: loaded.person, role, organisationId, function: itsFunction, until, how: "appointed", byActor: ctx.actor.actorId }, fact);
    await endSessions(ctx, fact, { personId: loaded.person.personId, reason: "role" });
    return { slug: loaded.space.slug };
  },
});
