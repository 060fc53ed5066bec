import { sql } from "drizzle-orm";
import { type AnyPgColumn, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, createdAt, moment } from "./columns";
import type { StoredMention } from "./discussions";
import { document } from "./documents";

export const documentComment = pgTable(
  "document_comment",
  {
    id: uuid("id").primaryKey(),
    documentId: uuid("document_id").notNull().references(() => document.id, { onDelete: "cascade" }),
    authorActor: uuid("author_actor").notNull(),
    text: text("text").notNull(),
    /** The remark that this answers; an answer has no answers itself. */
    threadId: uuid("thread_id").references((): AnyPgColumn => documentComment.id, { onDelete: "cascade" }),
    /** Yjs relative positions of the first and behind the last sign that it is about; null for the whole text. */
    anchorStart: bytes("anchor_start"),
    anchorEnd: bytes("anchor_end"),
    /** What stood there when it was written. */
    quote: text("quote").notNull().default(""),
    /** Who is named in its words; null for nobody. */
    mentions: jsonb("mentions").$type<StoredMention[]>(),
    resolvedAt: moment("resolved_at"),
    resolvedByActor: uuid("resolved_by_actor"),
    state: text("state").$type<"visible" | "hidden" | "removed">().notNull().default("visible"),
    rev: integer("rev").notNull().default(1),
    /** The revision at which these words came. */
    wordsRev: integer("words_rev").notNull().default(1),
    editedAt: moment("edited_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("document_comment_document").on(t.documentId),
    index("document_comment_author").on(t.authorActor),
    index("document_comment_thread").on(t.threadId),
    index("document_comment_mentions").using("gin", sql`${t.mentions} jsonb_path_ops`).where(sql`mentions IS NOT NULL`),
  ],
);

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
