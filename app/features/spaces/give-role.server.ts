import { and, eq } from "drizzle-orm";
import { organisation, spaceRole } from "#db/schema/index";
import type { SpaceRole } from "~/permissions/relations";
import type { Ctx } from "~/platform/ctx.server";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { admitToSpace } from "./admit-to-space.server";
import { roleEnded, roleGiven, roleGivenToYou, yourRoleEnded } from "./facts";
import { holdsNow, type HeldRole, type KnownPerson } from "./queries.server";
import { echoInSpace } from "./space-echo.server";
import { spaceStream } from "./streams";

export interface NewRole {
  spaceId: string;
  person: KnownPerson;
  role: SpaceRole;
  organisationId: string;
  function: string;
  until: Date | null;
  how: "started" | "joined" | "appointed" | "invited";
  /** Who chose them; null for who came with their organisation. */
  byActor: string | null;
  shownName?: string;
}

/**
 * Gives a role, with the membership that makes the person visible; the same role for the same organisation twice only
 * moves its end and function. For actions, after their rule said yes.
 */
export async function giveRole(ctx: Ctx, given: NewRole, fact: FactWriter): Promise<void> {
  const { spaceId, person, role, organisationId, until, how, byActor } = given;
  const [itsOrganisation] = await ctx.db.select({ kind: organisation.kind }).from(organisation).where(eq(organisation.id, organisationId));
  const membership = await admitToSpace(
    ctx,
    {
      spaceId,
      person,
      shownName: given.shownName ?? person.name,
      how: how === "invited" ? "invited" : "appointed",
      byActor,
      audience: audienceOf(itsOrganisation?.kind),
    },
    fact,
  );
  const same = and(eq(spaceRole.spaceId, spaceId), eq(spaceRole.personId, person.personId), eq(spaceRole.role, role), eq(spaceRole.organisationId, organisationId), holdsNow(ctx));
  const renewed = await ctx.db.update(spaceRole).set({ until, function: given.function, appointedByActor: byActor }).where(same).returning({ id: spaceRole.id });
  if (renewed.length === 0) {
    await ctx.db
      .insert(spaceRole)
      .values({ spaceId, personId: person.personId, role, organisationId, function: given.function, until, appointedByActor: byActor, createdAt: ctx.now });
  }
  const object = { kind: "member", id: membership.id };
  fact(roleGiven, { stream: spaceStream(spaceId), spaceId, organisationId, object, data: { member: membership.id, role, organisation: organisationId, how } });
  if (person.actorId !== ctx.actor.actorId) {
    fact(roleGivenToYou, { stream: streamId("person", person.actorId), spaceId, organisationId, data: { role, organisation: organisationId } });
  }
}

/** Ends roles at once, on every screen. For actions, after their rule said yes. */
export async function endRoles(ctx: Ctx, spaceId: string, held: HeldRole[], because: "ended" | "resigned" | "organisation_left", fact: FactWriter): Promise<void> {
  for (const one of held) {
    await ctx.db.update(spaceRole).set({ endedAt: ctx.now }).where(eq(spaceRole.id, one.id));
    const data = { role: one.role, organisation: one.organisationId, because };
    const object = one.membershipId ? { kind: "member", id: one.membershipId } : undefined;
    fact(roleEnded, { stream: spaceStream(spaceId), spaceId, organisationId: one.organisationId, object, data: { member: one.membershipId, ...data } });
    if (one.actorId !== ctx.actor.actorId) fact(yourRoleEnded, { stream: streamId("person", one.actorId), spaceId, organisationId: one.organisationId, data });
  }
  if (held.length > 0) await echoInSpace(ctx, { spaceId, change: "person", fact });
}

function audienceOf(kind: (typeof organisation.$inferSelect)["kind"] | undefined) {
  if (kind === "employer") return "bedrijf";
  return kind === "municipality" || kind === "ocmw" || kind === "province" ? "lokaal_bestuur" : "intermediair";
}
