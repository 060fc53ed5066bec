import { and, eq } from "drizzle-orm";
import { organisationSteward } from "#db/schema/index";
import { endSessions } from "~/features/accounts/index.server";
import { mayAppointForInstallation, mayRunInstallation } from "~/permissions/organisations";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import { AppointStewardInput, EndStewardInput } from "../input";
import { personBySignInName, personOf } from "../queries.server";
import { organisationStewardship } from "./facts";
import { existing } from "./record-organisation.server";

/**
 * An administrator says who may speak for an organisation. The person hears of it and signs in anew.
 * @throws AppError `not_yourself`, `not_found` for everyone else, `sign_in`, `invalid_input` for a sign-in name nobody has.
 */
export const appointSteward = defineAction({
  name: "organisation.appoint-steward",
  input: AppointStewardInput,
  limit: perPerson(60, "hour"),
  load: async (ctx, input) => {
    const person = await personBySignInName(ctx, input.signInName);
    return { organisation: await existing(ctx, input.organisationId), person, self: person?.personId === ctx.actor.personId };
  },
  allow: mayAppointForInstallation,
  run: async (ctx, { input: { organisationId }, loaded: { person }, fact }) => {
    if (!person) throw new AppError("invalid_input", { fields: { signInName: "not_valid" } });
    const given = await ctx.db
      .insert(organisationSteward)
      .values({ organisationId, personId: person.personId, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ personId: organisationSteward.personId });
    if (given.length === 0) throw new AppError("already_done");
    fact(organisationStewardship, { stream: streamId("person", person.actorId), organisationId, data: { given: true } });
    await endSessions(ctx, fact, { personId: person.personId, reason: "role" });
    return { organisationId };
  },
});

/**
 * An administrator ends somebody's right to speak for an organisation; their roles in its spaces stay until they are ended.
 * @throws AppError `not_found`, `sign_in`.
 */
export const endStewardship = defineAction({
  name: "organisation.end-stewardship",
  input: EndStewardInput,
  limit: perPerson(60, "hour"),
  load: async (ctx, input) => {
    const person = await personOf(ctx, { actorId: input.actorId });
    if (!person) throw new AppError("not_found");
    return person;
  },
  allow: mayRunInstallation,
  run: async (ctx, { input: { organisationId }, loaded: person, fact }) => {
    const ended = await ctx.db
      .delete(organisationSteward)
      .where(and(eq(organisationSteward.organisationId, organisationId), eq(organisationSteward.personId, person.personId)))
      .returning({ personId: organisationSteward.personId });
    if (ended.length === 0) throw new AppError("already_done");
    fact(organisationStewardship, { stream: streamId("person", person.actorId), organisationId, data: { given: false } });
    return { organisationId };
  },
});
