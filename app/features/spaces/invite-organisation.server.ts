import { eq } from "drizzle-orm";
import { organisation, spaceOrganisation } from "#db/schema/index";
import { mayRunSpace } from "~/permissions/spaces";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessSpaceToChange } from "./access-space.server";
import { organisationInvited } from "./facts";
import { PartnerInput } from "./input";
import { partnerIn } from "./queries.server";
import { spaceStream } from "./streams";

/**
 * Asks another organisation to run the leerplek together; its own steward answers. One that said no or left can be asked again.
 * @throws AppError `not_found`, `already_done` when it takes part or was asked, `closed`, `forbidden`, `sign_in`.
 */
export const inviteOrganisation = defineAction({
  name: "space.invite-organisation",
  input: PartnerInput,
  limit: perPerson(30, "minute"),
  load: async (ctx, input) => {
    const accessed = await accessSpaceToChange(ctx, input.spaceId);
    return { ...accessed, partner: await partnerIn(ctx, input.spaceId, input.organisationId) };
  },
  allow: (actor, { relation }) => mayRunSpace(actor, relation),
  run: async (ctx, { input, loaded, fact }) => {
    const { spaceId, organisationId } = input;
    if (loaded.partner?.state === "accepted" || loaded.partner?.state === "invited") throw new AppError("already_done");
    const [found] = await ctx.db.select({ id: organisation.id }).from(organisation).where(eq(organisation.id, organisationId));
    if (!found) throw new AppError("invalid_input", { fields: { organisationId: "not_valid" } });
    const asked = { state: "invited" as const, lead: false, invitedAt: ctx.now, answeredAt: null, leftAt: null };
    await ctx.db
      .insert(spaceOrganisation)
      .values({ spaceId, organisationId, ...asked })
      .onConflictDoUpdate({ target: [spaceOrganisation.spaceId, spaceOrganisation.organisationId], set: asked });
    fact(organisationInvited, { stream: spaceStream(spaceId), spaceId, role: "space_steward", data: { organisation: organisationId } });
    return { slug: loaded.space.slug };
  },
});
