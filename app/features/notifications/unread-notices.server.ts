import { and, isNull, not, sql } from "drizzle-orm";
import { notice } from "#db/schema/index";
import { sawAll } from "~/features/discussions/index.server";

/** The messages that a line of the inbox is about. */
export const ofNotice = { person: sql`notice.person_id`, discussion: sql`notice.discussion_id`, to: sql`notice.up_to` };

/**
 * Not read yet: neither opened here, nor, where it is about messages of a conversation, read there. The second is judged
 * by what the person has seen of the conversation, so that reading it writes nothing and takes the notice away.
 */
export const stillNew = and(
  isNull(notice.readAt),
  not(sawAll({ ...ofNotice, from: sql`notice.since` })),
);
