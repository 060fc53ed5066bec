import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";
import type { StoredMention } from "./discussions";
import { documentComment } from "./documents";

/** Words of a remark with a text before they were changed, for those who run things. They go with the remark's words. */
export const documentCommentVersion = pgTable(
  "document_comment_version",
  {
    commentId: uuid("comment_id").notNull().references(() => documentComment.id, { onDelete: "cascade" }),
    /** The revision at which these words came: `words_rev` of that time. */
    rev: integer("rev").notNull(),
    text: text("text").notNull(),
    mentions: jsonb("mentions").$type<StoredMention[]>(),
    /** When these words came. */
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.rev] }), index("document_comment_version_mentions").using("gin", sql`${t.mentions} jsonb_path_ops`).where(sql`mentions IS NOT NULL`)],
);
