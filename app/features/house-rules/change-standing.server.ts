import { and, eq, isNull, sql } from "drizzle-orm";
import { actor, group, spaceMembership, standing } from "#db/schema/index";
import { groupStream } from "~/features/groups/index.server";
import { echoInSpace } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { standingChangedInGroup, yourStandingChanged } from "./facts";

type Standing = typeof standing.$inferSelect;

export interface NewStanding {
  personId: string;
  kind: Standing["kind"];
  /** The space in which it was decided; also the scope, unless a group is named. */
  spaceId: string;
  groupId: string | null;
  caseId: string | null;
  /** Null: until somebody lifts it. */
  until: Date | null;
}

/**
 * Takes writing or taking part from somebody, in one group or in a whole space, inside the transaction of an action.
 * @returns the id of the standing, to lift it with.
 */
export async function imposeStanding(ctx: Ctx, given: NewStanding, fact: FactWriter): Promise<string> {
  await holdMemberships(ctx, given.personId, given.spaceId);
  const { personId, kind, spaceId, groupId, caseId, until } = given;
  const [made] = await ctx.db
    .insert(standing)
    .values({ personId, kind, scopeKind: groupId ? "group" : "space", scopeId: groupId ?? spaceId, caseId, until, createdAt: ctx.now })
    .returning();
  await tell(ctx, made!, spaceId, true, fact);
  return made!.id;
}

/** Gives back what a standing took; nothing happens when it was lifted before or its person is gone. */
export async function liftStanding(ctx: Ctx, standingId: string, fact: FactWriter): Promise<void> {
  const [lifted] = await ctx.db
    .update(standing)
    .set({ liftedAt: ctx.now })
    .where(and(eq(standing.id, standingId), isNull(standing.liftedAt)))
    .returning();
  if (!lifted) return;
  const spaceId = await spaceOf(ctx, lifted);
  if (!spaceId) return;
  await holdMemberships(ctx, lifted.personId, spaceId);
  await tell(ctx, lifted, spaceId, false, fact);
}

/**
 * What grants a right is read FOR SHARE while something is written; raising `rev` of the same row makes a change of
 * standing wait for such a write, and makes the next write wait for the change.
 */
async function holdMemberships(ctx: Ctx, personId: string, spaceId: string): Promise<void> {
  await ctx.db
    .update(spaceMembership)
    .set({ rev: sql`${spaceMembership.rev} + 1` })
    .where(and(eq(spaceMembership.personId, personId), eq(spaceMembership.spaceId, spaceId)));
}

async function spaceOf(ctx: Ctx, row: Standing): Promise<string | null> {
  if (row.scopeKind === "space") return row.scopeId;
  if (row.scopeKind !== "group" || !row.scopeId) return null;
  const [found] = await ctx.db.select({ spaceId: group.spaceId }).from(group).where(eq(group.id, row.scopeId));
  return found?.spaceId ?? null;
}

/** So that no open connection outlives the right: in the group or in everything inside the space, and to the person. */
async function tell(ctx: Ctx, row: Standing, spaceId: string, given: boolean, fact: FactWriter): Promise<void> {
  if (row.scopeKind === "group") fact(standingChangedInGroup, { stream: groupStream(row.scopeId!), spaceId, groupId: row.scopeId, data: {} });
  else await echoInSpace(ctx, { spaceId, change: "person", fact });
  const [itsActor] = await ctx.db.select({ id: actor.id }).from(actor).where(eq(actor.personId, row.personId));
  if (itsActor) fact(yourStandingChanged, { stream: streamId("person", itsActor.id), spaceId, data: { kind: row.kind, given } });
}
