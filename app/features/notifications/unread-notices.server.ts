import { and, isNull, sql } from "drizzle-orm";
import { notice } from "#db/schema/index";

/**
 * Not read yet: neither opened here, nor, where it is about messages of a conversation, read there. The second is judged
 * by how far the person has come in the conversation, so that reading it writes nothing and takes the notice away.
 */
export const stillNew = and(
  isNull(notice.readAt),
  sql`not exists (select 1 from reading_position rp where rp.person_id = notice.person_id and rp.discussion_id = notice.discussion_id and rp.up_to >= notice.up_to)`,
);
