import { sql } from "drizzle-orm";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";

/**
 * Words that several people wrote, by which a typing mistake is recognised. Gathered now and then; of nobody, and of no place:
 * a word that one person alone wrote never comes in.
 */
export const searchWord = pgTable(
  "search_word",
  {
    word: text("word").primaryKey(),
    /** In how many messages and titles it stood. */
    seen: integer("seen").notNull(),
  },
  (t) => [index("search_word_alike").using("gin", sql`${t.word} gin_trgm_ops`)],
);
