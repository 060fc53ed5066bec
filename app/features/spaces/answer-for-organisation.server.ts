import { and, eq } from "drizzle-orm";
import { spaceOrganisation } from "#db/schema/index";
import { renewSession } from "~/features/accounts/index.server";
import { mayAnswerForOrganisation } from "~/permissions/organisations";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessSpaceToChange } from "./access-space.server";
import { organisationAnswered } from "./facts";
import { giveRole } from "./give-role.server";
import { AnswerPartnerInput } from "./input";
import { partnerIn, personOf, speaksFor } from "./queries.server";
import { spaceStream } from "./streams";

/**
 * An organisation's own steward says yes or no to running a leerplek together. Who says yes becomes a steward of the
 * leerplek, with a name and function that people see.
 * @returns the address, and with a yes the Set-Cookie of the session that goes on with the new role.
 * @throws AppError `not_found` for everyone else, `already_done`, `closed`, `sign_in`.
 */
export const answerForOrganisation = defineAction({
  name: "space.answer-for-organisation",
  input: AnswerPartnerInput,
  limit: perPerson(30, "minute"),
  load: async (ctx, input) => {
    const accessed = await accessSpaceToChange(ctx, input.spaceId);
    const partner = await partnerIn(ctx, input.spaceId, input.organisationId);
    return { ...accessed, state: partner?.state ?? null, steward: await speaksFor(ctx, input.organisationId), spaceClosed: accessed.space.status === "closed" };
  },
  allow: mayAnswerForOrganisation,
  run: async (ctx, { input, loaded, fact }) => {
    const { spaceId, organisationId } = input;
    const accepted = input.answer === "yes";
    await ctx.db
      .update(spaceOrganisation)
      .set({ state: accepted ? "accepted" : "declined", answeredAt: ctx.now })
      .where(and(eq(spaceOrganisation.spaceId, spaceId), eq(spaceOrganisation.organisationId, organisationId)));
    fact(organisationAnswered, { stream: spaceStream(spaceId), spaceId, organisationId, data: { organisation: organisationId, accepted } });
    if (!accepted) return { slug: loaded.space.slug, setCookie: null };
    const person = (await personOf(ctx, { personId: ctx.actor.personId! }))!;
    const { shownName, function: itsFunction } = input;
    await giveRole(ctx, { spaceId, person, role: "space_steward", organisationId, function: itsFunction, until: null, how: "joined", byActor: null, shownName }, fact);
    return { slug: loaded.space.slug, setCookie: await renewSession(ctx, fact) };
  },
});
