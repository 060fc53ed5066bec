import type { Db } from "../client.server";
import { group, groupMembership, spaceMembership } from "../schema/index";
import { makeSpace } from "./make-space";

export type MadeGroup = typeof group.$inferSelect;

/** A group, public and open unless said otherwise; without a space, one is made for it. */
export async function makeGroup(db: Db, given: Partial<typeof group.$inferInsert> = {}): Promise<MadeGroup> {
  const spaceId = given.spaceId ?? (await makeSpace(db)).id;
  const [made] = await db
    .insert(group)
    .values({ name: "Buurtbus", description: "Wie rijdt, wie rijdt mee?", visibility: "public", joining: "open", ...given, spaceId })
    .returning();
  return made!;
}

/** Makes a person a member of a group, with the shown name in its space that this needs. */
export async function makeGroupMembership(
  db: Db,
  given: Partial<typeof groupMembership.$inferInsert> & { group: Pick<MadeGroup, "id" | "spaceId">; personId: string; shownName?: string },
): Promise<typeof groupMembership.$inferSelect> {
  const { group: itsGroup, shownName = "Noor", ...row } = given;
  await db
    .insert(spaceMembership)
    .values({ spaceId: itsGroup.spaceId, personId: row.personId, shownName, admittedHow: "open" })
    .onConflictDoNothing();
  const [made] = await db
    .insert(groupMembership)
    .values({ admittedHow: "open", ...row, groupId: itsGroup.id })
    .returning();
  return made!;
}
