import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { person } from "./accounts";
import { createdAt, id, moment } from "./columns";
import { discussion } from "./discussions";
import { space } from "./spaces";

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
    /** About these messages of a conversation: read as soon as its reader has come as far as the last of them. */
    discussionId: uuid("discussion_id").references(() => discussion.id, { onDelete: "cascade" }),
    since: integer("since"),
    upTo: integer("up_to"),
    dedupeKey: text("dedupe_key").notNull().unique(),
    readAt: moment("read_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("notice_person").on(t.personId, t.createdAt),
    index("notice_unread").on(t.personId).where(sql`read_at is null`),
    index("notice_discussion").on(t.discussionId).where(sql`discussion_id is not null`),
  ],
);

/** How much somebody wants to hear of a conversation, a group or a leerplek. Absent: as where it stands in, at last the default. */
export const noticeLevel = pgTable(
  "notice_level",
  {
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    /** Every place is in a leerplek, and goes with it. */
    spaceId: uuid("space_id").notNull().references(() => space.id, { onDelete: "cascade" }),
    placeKind: text("place_kind").$type<"discussion" | "group" | "space">().notNull(),
    placeId: uuid("place_id").notNull(),
    level: text("level").$type<"all" | "mine" | "none">().notNull(),
    changedAt: moment("changed_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.placeId] }), index("notice_level_place").on(t.placeId), index("notice_level_space").on(t.spaceId)],
);
