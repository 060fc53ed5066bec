import { and, eq, isNotNull } from "drizzle-orm";
import { actor, person } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";

export type Person = typeof person.$inferSelect;

/** The random id that facts name, or null when the person is not there. */
export async function actorIdOf(ctx: Ctx, personId: string): Promise<string | null> {
  const [row] = await ctx.db.select({ id: actor.id }).from(actor).where(eq(actor.personId, personId));
  return row?.id ?? null;
}

/** The row of a person; inside an action it is locked until the commit, so that two changes follow one another. */
export async function findPerson(ctx: Ctx, personId: string): Promise<Person | undefined> {
  const query = ctx.db.select().from(person).where(eq(person.id, personId));
  return (ctx.writing ? await query.for("update") : await query)[0];
}

/** An account by what somebody types to sign in: the sign-in name or a confirmed e-mail address. */
export async function findBySignIn(ctx: Ctx, typed: string): Promise<Person | undefined> {
  const key = typed.trim().toLowerCase();
  const [row] = await ctx.db
    .select()
    .from(person)
    .where(key.includes("@") ? and(eq(person.email, key), isNotNull(person.emailConfirmedAt)) : eq(person.signInName, key));
  return row;
}
