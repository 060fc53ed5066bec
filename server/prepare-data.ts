import { createFirstAdministratorLink } from "~/features/accounts/index.server";
import type { House } from "~/platform/ctx.server";
import { demonstrationIsThere, seedDemonstration, type TryOut } from "#db/seed/seed-demonstration";
import { seedReference } from "#db/seed/seed-reference";

/** What a first start made and the terminal tells. */
export interface Prepared {
  /** One-time link for the first administrator; null when there is one already. */
  administratorLink: string | null;
  /** How to sign in as each role of the demonstration. */
  tryOuts: TryOut[];
  /** The demonstration is in the database although this installation should not show one. */
  leftOver: boolean;
}

/** Fills an empty database: reference data always, the demonstration only where it may exist. Doing it again changes nothing. */
export async function prepareData(house: House): Promise<Prepared> {
  await house.database.withTx(async (tx) => ({ value: await seedReference(tx, house.region) }));
  const tryOuts = house.env.demo ? await seedDemonstration(house) : [];
  if (tryOuts.length > 0) return { administratorLink: null, tryOuts, leftOver: false };
  return { administratorLink: await createFirstAdministratorLink(house), tryOuts, leftOver: await demonstrationIsThere(house) };
}
