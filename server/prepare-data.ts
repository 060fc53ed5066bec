import { createFirstAdministratorLink } from "~/features/accounts/index.server";
import type { House } from "~/platform/ctx.server";
import { seedDemonstration, type TryOut } from "#db/seed/seed-demonstration";
import { seedReference } from "#db/seed/seed-reference";

/** What a first start made and the terminal tells. */
export interface Prepared {
  /** One-time link for the first administrator; null when there is one already. */
  administratorLink: string | null;
  /** How to sign in as each role of the demonstration. */
  tryOuts: TryOut[];
}

/** Fills an empty database: reference data always, the demonstration only where it may exist. Doing it again changes nothing. */
export async function prepareData(house: House): Promise<Prepared> {
  await house.database.withTx(async (tx) => ({ value: await seedReference(tx, house.region) }));
  if (house.env.demo) return { administratorLink: null, tryOuts: await seedDemonstration(house) };
  return { administratorLink: await createFirstAdministratorLink(house), tryOuts: [] };
}
