import { integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, moment } from "./columns";

/** The plan of the partnership, one row per version; actions, objectives, indicators and figures with their source. */
export const planVersion = pgTable("plan_version", {
  id: id(),
  number: integer("number").notNull().unique(),
  title: text("title").notNull(),
  validFrom: moment("valid_from").notNull(),
  content: jsonb("content").$type<Record<string, unknown>>().notNull(),
  createdAt: createdAt(),
});
