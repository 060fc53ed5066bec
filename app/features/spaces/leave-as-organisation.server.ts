import { and, eq } from "drizzle-orm";
import { spaceOrganisation } from "#db/schema/index";
import { mayLeaveAsOrganisation } from "~/permissions/organisations";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessSpaceToChange } from "./access-space.server";
import { organisationLeft } from "./facts";
import { endRoles } from "./give-role.server";
import { PartnerInput } from "./input";
import { holdersOf, otherStewards, partnerIn, partnersOf, speaksFor } from "./queries.server";
import { spaceStream } from "./streams";

/**
 * An organisation stops running a leerplek, which goes on without it: the roles it gave end, the lead passes to the
 * organisation that takes part the longest, and everything that was written stays.
 * @throws AppError `no_lead_left` for the last organisation, `last_steward` when nobody would be left to run it,
 *   `already_done`, `not_found` for who may not speak for it, `sign_in`.
 */
export const leaveAsOrganisation = defineAction({
  name: "space.leave-as-organisation",
  input: PartnerInput,
  limit: perPerson(10, "minute"),
  load: async (ctx, input) => {
    const { spaceId, organisationId } = input;
    const accessed = await accessSpaceToChange(ctx, spaceId);
    const partner = await partnerIn(ctx, spaceId, organisationId);
    const others = (await partnersOf(ctx, spaceId)).filter((one) => one.state === "accepted" && one.organisation.id !== organisationId);
    return {
      ...accessed,
      others,
      partner,
      state: partner?.state ?? null,
      steward: await speaksFor(ctx, organisationId),
      spaceClosed: accessed.space.status === "closed",
      otherOrganisations: others.length,
      stewardsElsewhere: await otherStewards(ctx, spaceId, { organisationId }),
    };
  },
  allow: mayLeaveAsOrganisation,
  run: async (ctx, { input, loaded, fact }) => {
    const { spaceId, organisationId } = input;
    const held = (await holdersOf(ctx, spaceId)).filter((one) => one.organisationId === organisationId);
    await endRoles(ctx, spaceId, held, "organisation_left", fact);
    const row = (id: string) => and(eq(spaceOrganisation.spaceId, spaceId), eq(spaceOrganisation.organisationId, id));
    await ctx.db.update(spaceOrganisation).set({ state: "left", lead: false, leftAt: ctx.now }).where(row(organisationId));
    const next = loaded.partner?.lead ? loaded.others[0]?.organisation.id : undefined;
    if (next) await ctx.db.update(spaceOrganisation).set({ lead: true }).where(row(next));
    const lead = next ?? loaded.others.find((one) => one.lead)?.organisation.id ?? null;
    fact(organisationLeft, { stream: spaceStream(spaceId), spaceId, organisationId, data: { organisation: organisationId, lead, rolesEnded: held.length } });
    return { slug: loaded.space.slug };
  },
});
