import { eq } from "drizzle-orm";
import { space, spaceInvitation } from "#db/schema/index";
import { renewSession } from "~/features/accounts/index.server";
import { admitToSpace, currentMembership, giveRole, personOf, relationToSpace } from "~/features/spaces/index.server";
import { mayAcceptInvitation } from "~/permissions/groups";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { admitToGroup } from "./admit-to-group.server";
import { findInvitation, type FoundInvitation } from "./find-invitation.server";
import { AcceptInvitationInput } from "./input";
import { loadRelations } from "./load-relations.server";

/**
 * Takes up an invitation: into a leerplek or a group, or to a role. It is used then, by whoever got it.
 * @returns where to go, and with a role the Set-Cookie of the session that goes on with it.
 * @throws AppError `wrong_code`, `code_used`, `code_expired`, `not_yourself` for who made it, `already_done`, `suspended`,
 *   `closed`, `paused`, `not_open_yet`, `sign_in`, `invalid_input` without a name.
 */
export const acceptInvitation = defineAction({
  name: "group.accept-invitation",
  input: AcceptInvitationInput,
  limit: perPerson(20, "hour"),
  load: async (ctx, input) => {
    const found = await findInvitation(ctx, input.code);
    const [row] = await ctx.db.select().from(space).where(eq(space.id, found.space.id)).for("share");
    const { relation } = await relationToSpace(ctx, row!);
    const inGroup = found.group ? (await loadRelations(ctx, [ctx.actor.personId], [found.group.id]))(ctx.actor.personId, found.group.id) : undefined;
    return { ...found, relation, inGroup: inGroup?.relation ?? null };
  },
  allow: (actor, { invitation, relation, inGroup }) =>
    mayAcceptInvitation(actor, { own: invitation.createdByActor === actor.actorId, toRole: invitation.role !== "member", space: relation, group: inGroup }),
  run: async (ctx, { input, loaded, fact }) => {
    const before = await currentMembership(ctx, loaded.space.id, ctx.actor.personId!);
    const shownName = before && before.leftAt === null ? before.shownName : input.shownName;
    if (!shownName) throw new AppError("invalid_input", { fields: { shownName: "required" } });
    await ctx.db.update(spaceInvitation).set({ usedAt: ctx.now }).where(eq(spaceInvitation.id, loaded.invitation.id));
    const go = { slug: loaded.space.slug, groupId: loaded.group?.id ?? null };
    if (loaded.invitation.role === "member") {
      await letIn(ctx, loaded, shownName, fact);
      return { ...go, setCookie: null };
    }
    await takeRole(ctx, loaded, { shownName, function: input.function }, fact);
    return { ...go, setCookie: await renewSession(ctx, fact) };
  },
});

async function letIn(ctx: Ctx, { invitation, space: its, group }: FoundInvitation, shownName: string, fact: FactWriter): Promise<void> {
  const person = { personId: ctx.actor.personId!, actorId: ctx.actor.actorId! };
  const { how, createdByActor: byActor } = invitation;
  const membership = await admitToSpace(ctx, { spaceId: its.id, person, shownName, how, byActor }, fact);
  if (group) await admitToGroup(ctx, { group, person, membershipId: membership.id, how, byActor }, fact);
}

async function takeRole(ctx: Ctx, { invitation, space: its }: FoundInvitation, given: { shownName: string; function: string }, fact: FactWriter): Promise<void> {
  const { role, organisationId, until, createdByActor: byActor } = invitation;
  if (role === "member" || organisationId === null) throw new Error("an invitation to a role names its organisation");
  const person = (await personOf(ctx, { personId: ctx.actor.personId! }))!;
  const itsFunction = given.function || invitation.function;
  await giveRole(ctx, { spaceId: its.id, person, role, organisationId, function: itsFunction, until, how: "invited", byActor, shownName: given.shownName }, fact);
}
