import { randomUUID } from "node:crypto";
import type { Db } from "../client.server";
import { experiment } from "../schema/index";
import { makeGroup, type MadeGroup } from "./make-group";

export type MadeExperiment = typeof experiment.$inferSelect;

/** An experiment, an idea unless said otherwise; without a group, one is made for it. */
export async function makeExperiment(
  db: Db,
  given: Partial<typeof experiment.$inferInsert> & { group?: Pick<MadeGroup, "id" | "spaceId"> } = {},
): Promise<MadeExperiment> {
  const { group: itsGroup = await makeGroup(db), ...row } = given;
  const [made] = await db
    .insert(experiment)
    .values({
      title: "Een naaicafé op zaterdag",
      wantToKnow: "Komen er meer mensen als we op zaterdag samenkomen?",
      whatWeDo: "We zetten vier zaterdagen de deur open.",
      whenWeStop: "Na vier keer, of als er minder dan drie mensen komen.",
      createdByActor: randomUUID(),
      ...row,
      groupId: itsGroup.id,
      spaceId: itsGroup.spaceId,
    })
    .returning();
  return made!;
}
