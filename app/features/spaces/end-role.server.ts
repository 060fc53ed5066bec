import { and, eq } from "drizzle-orm";
import { actor, organisation, spaceMembership, spaceRole } from "#db/schema/index";
import { mayEndRole } from "~/permissions/spaces";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessSpaceToChange } from "./access-space.server";
import { endRoles } from "./give-role.server";
import { EndRoleInput } from "./input";
import { otherStewards } from "./queries.server";

/**
 * Ends a role at once: a steward that of others, everyone their own. Whatever the person was writing with it waits, and is refused.
 * @throws AppError `last_steward`, `already_done`, `forbidden`, `not_found`, `sign_in`.
 */
export const endRole = defineAction({
  name: "space.end-role",
  input: EndRoleInput,
  limit: perPerson(20, "minute"),
  load: async (ctx, input) => {
    const accessed = await accessSpaceToChange(ctx, input.spaceId);
    const held = await heldRole(ctx, input.spaceId, input.roleId);
    if (!held) throw new AppError("not_found");
    const self = held.role.personId === ctx.actor.personId;
    return { ...accessed, held, self, otherStewards: await otherStewards(ctx, input.spaceId, { roleId: input.roleId }) };
  },
  allow: (actor, { relation, held, self, otherStewards: others }) =>
    mayEndRole(actor, relation, { role: held.role.role, self, ended: held.role.endedAt !== null, otherStewards: others }),
  run: async (ctx, { input, loaded, fact }) => {
    const { role, ...shown } = loaded.held;
    const held = { ...role, ...shown, organisationPhone: null, organisationEmail: null, mailbox: false };
    await endRoles(ctx, input.spaceId, [held], loaded.self ? "resigned" : "ended", fact);
    return { slug: loaded.space.slug };
  },
});

async function heldRole(ctx: Ctx, spaceId: string, roleId: string) {
  const [row] = await ctx.db
    .select({ role: spaceRole, actorId: actor.id, organisation: organisation.name, membershipId: spaceMembership.id, shownName: spaceMembership.shownName })
    .from(spaceRole)
    .innerJoin(actor, eq(actor.personId, spaceRole.personId))
    .innerJoin(organisation, eq(organisation.id, spaceRole.organisationId))
    .innerJoin(spaceMembership, and(eq(spaceMembership.spaceId, spaceRole.spaceId), eq(spaceMembership.personId, spaceRole.personId)))
    .where(and(eq(spaceRole.id, roleId), eq(spaceRole.spaceId, spaceId)));
  return row;
}
