import { eq, inArray } from "drizzle-orm";
import { actor, person } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";

/** Who is behind actors, with where and in what language to write to them. Who erased their account is not among them. */
export async function peopleOf(ctx: Ctx, actorIds: readonly string[]) {
  if (actorIds.length === 0) return [];
  return ctx.db
    .select({ actorId: actor.id, personId: person.id, email: person.email, confirmed: person.emailConfirmedAt, language: person.mailLanguage })
    .from(actor)
    .innerJoin(person, eq(person.id, actor.personId))
    .where(inArray(actor.id, [...actorIds]));
}

/** The actor of each person. */
export async function actorsOfPeople(ctx: Ctx, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await ctx.db.select().from(actor).where(inArray(actor.personId, [...new Set(personIds)]));
  return new Map(rows.map((row) => [row.personId, row.id]));
}
