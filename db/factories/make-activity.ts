import { randomUUID } from "node:crypto";
import type { Db } from "../client.server";
import { activity, activitySignUp } from "../schema/index";
import { makeGroup, type MadeGroup } from "./make-group";

export type MadeActivity = typeof activity.$inferSelect;

/** A planned activity without a limit; without a group, one is made for it. It takes two hours from `startsAt`. */
export async function makeActivity(
  db: Db,
  given: Partial<typeof activity.$inferInsert> & { group?: Pick<MadeGroup, "id" | "spaceId"> } = {},
): Promise<MadeActivity> {
  const { group: itsGroup = await makeGroup(db), startsAt = new Date("2025-12-03T13:00:00Z"), ...row } = given;
  const [made] = await db
    .insert(activity)
    .values({
      title: "Samen de bus leren nemen",
      description: "We kopen samen een kaartje en rijden een stukje mee.",
      endsAt: new Date(startsAt.getTime() + 2 * 3_600_000),
      place: "Aan het station",
      contactName: "Fatima (voorbeeld)",
      contactPhone: "050 00 00 00",
      createdByActor: randomUUID(),
      ...row,
      startsAt,
      groupId: itsGroup.id,
      spaceId: itsGroup.spaceId,
    })
    .returning();
  return made!;
}

/** Puts somebody on the list: a person, or a guest by name. */
export async function makeSignUp(
  db: Db,
  given: Partial<typeof activitySignUp.$inferInsert> & { activityId: string },
): Promise<typeof activitySignUp.$inferSelect> {
  const [made] = await db
    .insert(activitySignUp)
    .values({ id: randomUUID(), state: "signed_up", ...(given.personId ? {} : { guestName: "Gilbert", guestPhone: "050 00 00 01" }), ...given })
    .returning();
  return made!;
}
