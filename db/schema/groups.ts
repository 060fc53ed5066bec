import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { person } from "./accounts";
import { createdAt, id, moment } from "./columns";
import { space } from "./spaces";

/** The unit of access: its stream is `group:<id>`. */
export const group = pgTable(
  "group",
  {
    id: id(),
    spaceId: uuid("space_id").notNull().references(() => space.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    /** Who may read: everyone, or members alone. It only ever narrows. */
    visibility: text("visibility").$type<"public" | "members">().notNull(),
    joining: text("joining").$type<"open" | "request" | "invitation">().notNull(),
    /** Whether members see who is in a conversation. Null: nobody chose; then not in a closed group, nor about a sensitive theme. */
  showsPresence: boolean("shows_presence"),
    /** Whether those who only read leave remarks with texts. */
    readersRemark: boolean("readers_remark").notNull().default(false),
  archivedAt: moment("archived_at"),
    rev: integer("rev").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [index("group_space").on(t.spaceId)],
);

export const groupMembership = pgTable(
  "group_membership",
  {
    id: id(),
    groupId: uuid("group_id").notNull().references(() => group.id, { onDelete: "cascade" }),
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    /** A reader may follow along but not write. */
    mayWrite: boolean("may_write").notNull().default(true),
    /** "Mijn begeleider mag voor mij typen": what this member wrote on paper may be typed in. */
    mayBeTypedFor: boolean("may_be_typed_for").notNull().default(false),
    admittedHow: text("admitted_how").$type<"open" | "approved" | "invited" | "card" | "appointed">().notNull(),
    admittedByActor: uuid("admitted_by_actor"),
    joinedAt: moment("joined_at").notNull().defaultNow(),
    endedAt: moment("ended_at"),
    endedBecause: text("ended_because").$type<"left" | "removed">(),
    /** What the person reads when somebody else took them out. */
    endedReason: text("ended_reason"),
  },
  (t) => [uniqueIndex("group_membership_once").on(t.groupId, t.personId), index("group_membership_person").on(t.personId)],
);

export const joinRequest = pgTable(
  "join_request",
  {
    id: id(),
    groupId: uuid("group_id").notNull().references(() => group.id, { onDelete: "cascade" }),
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    text: text("text").notNull().default(""),
    /** The name to show, for somebody who has none in this leerplek yet. */
    shownName: text("shown_name").notNull().default(""),
    state: text("state").$type<"open" | "accepted" | "declined" | "withdrawn">().notNull().default("open"),
    decidedByActor: uuid("decided_by_actor"),
    reason: text("reason"),
    decidedAt: moment("decided_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("join_request_group").on(t.groupId),
    index("join_request_person").on(t.personId),
    uniqueIndex("join_request_open").on(t.groupId, t.personId).where(sql`state = 'open'`),
  ],
);
