import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Db } from "../client.server";
import { discussion, message } from "../schema/index";
import type { MadeGroup } from "./make-group";

type DiscussionGiven = Partial<typeof discussion.$inferInsert> & { group: Pick<MadeGroup, "id" | "spaceId">; authorActor: string };

/** A conversation in a group, without messages; a question is "asked" unless said otherwise. */
export async function makeDiscussion(db: Db, { group, ...given }: DiscussionGiven): Promise<typeof discussion.$inferSelect> {
  const kind = given.kind ?? "conversation";
  const [made] = await db
    .insert(discussion)
    .values({
      title: kind === "question" ? "Hoe plan ik een rit met de buurtbus?" : "Wie rijdt er op zaterdag?",
      questionState: kind === "question" ? "asked" : null,
      ...given,
      kind,
      spaceId: group.spaceId,
      groupId: group.id,
    })
    .returning();
  return made!;
}

/** Adds messages at the end of a conversation, one for each text, and counts them. */
export async function makeMessages(
  db: Db,
  given: { discussion: Pick<typeof discussion.$inferSelect, "id" | "groupId">; authorActor: string; texts: string[]; createdAt?: Date },
): Promise<(typeof message.$inferSelect)[]> {
  const { id: discussionId, groupId } = given.discussion;
  const [counted] = await db
    .update(discussion)
    .set({ messageCount: sql`${discussion.messageCount} + ${given.texts.length}`, ...(given.createdAt ? { lastMessageAt: given.createdAt } : {}) })
    .where(eq(discussion.id, discussionId))
    .returning();
  const first = counted!.messageCount - given.texts.length + 1;
  return db
    .insert(message)
    .values(
      given.texts.map((text, index) => ({
        id: randomUUID(),
        discussionId,
        groupId,
        number: first + index,
        authorActor: given.authorActor,
        text,
        ...(given.createdAt ? { createdAt: given.createdAt } : {}),
      })),
    )
    .returning();
}
