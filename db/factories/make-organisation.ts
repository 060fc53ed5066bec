import type { Db } from "../client.server";
import { organisation, organisationSteward } from "../schema/index";

export type MadeOrganisation = typeof organisation.$inferSelect;

/** An organisation; `stewards` are the persons who may speak for it. */
export async function makeOrganisation(
  db: Db,
  given: Partial<typeof organisation.$inferInsert> & { stewards?: string[] } = {},
): Promise<MadeOrganisation> {
  const { stewards = [], ...row } = given;
  const [made] = await db
    .insert(organisation)
    .values({ name: "Gemeente Proefdorp", kind: "municipality", phone: "050 00 00 00", ...row })
    .returning();
  if (stewards.length > 0) await db.insert(organisationSteward).values(stewards.map((personId) => ({ organisationId: made!.id, personId })));
  return made!;
}
