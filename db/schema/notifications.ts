import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { person } from "./accounts";
import { createdAt, id, moment } from "./columns";

/** One line in "Berichten voor mij". The words come from the catalogue by `kind`; `data` holds what they need. */
export const notice = pgTable(
  "notice",
  {
    id: id(),
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    spaceId: uuid("space_id"),
    /** Path inside the application. */
    href: text("href").notNull(),
    data: jsonb("data").$type<Record<string, string | number>>().notNull().default({}),
    dedupeKey: text("dedupe_key").notNull().unique(),
    readAt: moment("read_at"),
    createdAt: createdAt(),
  },
  (t) => [index("notice_person").on(t.personId, t.createdAt), index("notice_unread").on(t.personId).where(sql`read_at is null`)],
);
