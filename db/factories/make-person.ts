import { randomUUID } from "node:crypto";
import type { Db } from "../client.server";
import { actor, installationRole, person } from "../schema/index";

/** No password fits this: people made here sign in only where a test or the seed gives them a real hash. */
export const noPassword = "no-password";

export interface MadePerson {
  id: string;
  actorId: string;
  signInName: string;
  name: string;
}

type PersonGiven = Partial<typeof person.$inferInsert> & {
  /** A fixed actor id, for a seed that must come out the same. */
  actorId?: string;
  roles?: (typeof installationRole.$inferInsert)["role"][];
};

/** A person with an account. What is not given is made up: a unique sign-in name, 16 or older, no e-mail. */
export async function makePerson(db: Db, given: PersonGiven = {}): Promise<MadePerson> {
  const { actorId, roles = [], ...row } = given;
  const id = row.id ?? randomUUID();
  const name = row.name ?? "Noor";
  const [made] = await db
    .insert(person)
    .values({ signInName: `persoon-${id.slice(0, 13)}`, passwordHash: noPassword, ageGroup: "16_plus", ...row, id, name })
    .returning();
  const [itsActor] = await db.insert(actor).values({ ...(actorId ? { id: actorId } : {}), personId: id }).returning();
  if (roles.length > 0) await db.insert(installationRole).values(roles.map((role) => ({ personId: id, role })));
  return { id, actorId: itsActor!.id, signInName: made!.signInName, name };
}
