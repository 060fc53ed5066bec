import { integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";
import { space } from "./spaces";

/** A leerplek's own difficult words, which go before the product's. No row: none. */
export const spacePlainWords = pgTable("space_plain_words", {
  spaceId: uuid("space_id").primaryKey().references(() => space.id, { onDelete: "cascade" }),
  /** As they were written, one "moeilijk woord = gewoner woord" to a line. */
  lines: text("lines").notNull(),
  rev: integer("rev").notNull().default(1),
  changedAt: moment("changed_at").notNull().defaultNow(),
});
