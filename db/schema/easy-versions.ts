import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "./columns";
import { document } from "./documents";

/** A text that says the same as another one in words that are easier to read; a text has one at most. */
export const documentEasy = pgTable("document_easy", {
  easyId: uuid("easy_id").primaryKey().references(() => document.id, { onDelete: "cascade" }),
  sourceId: uuid("source_id").notNull().unique().references(() => document.id, { onDelete: "cascade" }),
  createdAt: createdAt(),
});

/** Which block of its source a block of an easy version belongs to. Blocks are named by the Yjs id of their element, which stays while the block does. */
export const documentEasyBlock = pgTable(
  "document_easy_block",
  {
    easyId: uuid("easy_id").notNull().references(() => documentEasy.easyId, { onDelete: "cascade" }),
    easyBlock: text("easy_block").notNull(),
    sourceBlock: text("source_block").notNull(),
    /** The block of the source as it was when somebody last said that both say the same. */
    seen: jsonb("seen").$type<Record<string, unknown>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.easyId, t.easyBlock, t.sourceBlock] })],
);
