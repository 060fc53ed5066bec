import { spaceInvitation } from "#db/schema/index";
import { hashSecret, makeLinkSecret } from "~/features/accounts/index.server";
import { mayAppoint } from "~/permissions/spaces";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { accessSpaceToChange } from "./access-space.server";
import { invitationMade } from "./facts";
import { InviteToRoleInput } from "./input";
import { partnerIn } from "./queries.server";

/**
 * Makes a link with which one person takes a role, once, within two weeks. Only its hash is kept: it is shown now or never.
 * @throws AppError `forbidden`, `closed`, `not_found`, `sign_in`, `already_done` when this one was made before, `invalid_input`.
 */
export const inviteToRole = defineAction({
  name: "space.invite-to-role",
  input: InviteToRoleInput,
  limit: perPerson(20, "minute"),
  load: async (ctx, input) => {
    const accessed = await accessSpaceToChange(ctx, input.spaceId);
    const partner = await partnerIn(ctx, input.spaceId, input.organisationId);
    return { ...accessed, organisationTakesPart: partner?.state === "accepted" };
  },
  allow: (actor, { relation, organisationTakesPart }) => mayAppoint(actor, relation, { self: false, organisationTakesPart }),
  run: async (ctx, { input, loaded, fact }) => {
    if (input.until <= ctx.now) throw new AppError("invalid_input", { fields: { until: "too_low" } });
    const code = makeLinkSecret();
    const expiresAt = new Date(ctx.now.getTime() + limits.invitation * 1_000);
    const made = await ctx.db
      .insert(spaceInvitation)
      .values({ ...input, codeHash: hashSecret(code), expiresAt, createdByActor: ctx.actor.actorId, createdAt: ctx.now })
      .onConflictDoNothing({ target: spaceInvitation.id })
      .returning({ id: spaceInvitation.id });
    if (made.length === 0) throw new AppError("already_done");
    fact(invitationMade, { spaceId: input.spaceId, role: "space_steward", object: { kind: "invitation", id: input.id }, data: { role: input.role, how: "invited", count: 1 } });
    return { slug: loaded.space.slug, code, expiresAt };
  },
});
