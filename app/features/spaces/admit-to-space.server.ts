import { sql } from "drizzle-orm";
import { spaceMembership } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { memberJoined } from "./facts";
import type { KnownPerson } from "./queries.server";
import { spaceStream } from "./streams";

type Membership = typeof spaceMembership.$inferSelect;

export interface Admission {
  spaceId: string;
  person: Pick<KnownPerson, "personId" | "actorId">;
  shownName: string;
  how: Membership["admittedHow"];
  /** Who let them in; null where people come in by themselves. */
  byActor: string | null;
  nameForEveryone?: boolean;
  audience?: Membership["audience"];
}

/**
 * Gives a person a shown name in a space, or back after they left; somebody who takes part already keeps name and record
 * of how they came in. For actions of this feature and the ones above it, after their rule said yes.
 */
export async function admitToSpace(ctx: Ctx, admission: Admission, fact: FactWriter): Promise<Membership> {
  const { spaceId, person, shownName, how, byActor, nameForEveryone = false, audience = "burger" } = admission;
  const changed = { shownName, nameForEveryone, audience, admittedHow: how, admittedByActor: byActor, joinedAt: ctx.now, leftAt: null, leftBecause: null, leftReason: null };
  const [row] = await ctx.db
    .insert(spaceMembership)
    .values({ spaceId, personId: person.personId, ...changed })
    .onConflictDoUpdate({
      target: [spaceMembership.spaceId, spaceMembership.personId],
      set: { ...changed, rev: sql`${spaceMembership.rev} + 1` },
      setWhere: sql`${spaceMembership.leftAt} is not null`,
    })
    .returning();
  if (!row) return (await currentMembership(ctx, spaceId, person.personId))!;
  fact(memberJoined, { stream: spaceStream(spaceId), spaceId, actorId: person.actorId, role: "resident", object: { kind: "member", id: row.id }, data: { how } });
  return row;
}

/** A person's membership of a space, also when they left. */
export async function currentMembership(ctx: Ctx, spaceId: string, personId: string): Promise<Membership | null> {
  const [row] = await ctx.db
    .select()
    .from(spaceMembership)
    .where(sql`${spaceMembership.spaceId} = ${spaceId} and ${spaceMembership.personId} = ${personId}`);
  return row ?? null;
}
