import { eq } from "drizzle-orm";
import { actor, organisationSteward } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";

/** Actors of everyone who may speak for an organisation. */
export async function speakersFor(ctx: Ctx, organisationId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: actor.id })
    .from(organisationSteward)
    .innerJoin(actor, eq(actor.personId, organisationSteward.personId))
    .where(eq(organisationSteward.organisationId, organisationId));
  return rows.map((row) => row.id);
}
