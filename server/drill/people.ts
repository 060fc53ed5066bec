import { makePerson } from "#db/factories/make-person";
import { openEmbedded } from "#db/home.server";
import { migrate } from "#db/migrate.server";
import { hashPassword } from "~/features/accounts/index.server";

export const password = "wandelen langs de vaart";

/** Fills a new embedded database with accounts that share a password. */
export async function makeAccounts(folder: string, count: number): Promise<string[]> {
  const home = await openEmbedded({ dir: folder });
  try {
    await migrate(home);
    const passwordHash = await hashPassword(password);
    const names: string[] = [];
    for (let index = 0; index < count; index += 1) names.push((await makePerson(home.db, { signInName: `oefening-${index}`, passwordHash })).signInName);
    return names;
  } finally {
    await home.close();
  }
}
