import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { person, session } from "./accounts";
import { createdAt, id, moment } from "./columns";
import { discussion } from "./discussions";
import { mailOutbox } from "./platform";
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
    /** Since when it waits to go along in a letter; null: it does not. */
    mailDueAt: moment("mail_due_at"),
    /** The letter that it goes along in, or went along in. */
    letterId: uuid("letter_id").references(() => mailOutbox.id, { onDelete: "set null" }),
    /** The first message that this letter is about, and the last that any letter was about. */
    letterSince: integer("letter_since"),
    mailedUpTo: integer("mailed_up_to"),
    dedupeKey: text("dedupe_key").notNull().unique(),
    readAt: moment("read_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("notice_person").on(t.personId, t.createdAt),
    index("notice_unread").on(t.personId).where(sql`read_at is null`),
    index("notice_discussion").on(t.discussionId).where(sql`discussion_id is not null`),
    index("notice_mail_due").on(t.personId).where(sql`mail_due_at is not null`),
    index("notice_letter").on(t.letterId).where(sql`letter_id is not null`),
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

/** How and when somebody hears what is new for them outside the inbox: in letters, or `told` by a facilitator. Absent: as in `defaultMail`. */
export const mailChoice = pgTable("mail_choice", {
  personId: uuid("person_id").primaryKey().references(() => person.id, { onDelete: "cascade" }),
  rhythm: text("rhythm").$type<"at_once" | "daily" | "weekly" | "told" | "never">().notNull(),
  /** On the clock of the region, 0 to 23. */
  hour: integer("hour").notNull(),
  /** 1 is Monday. */
  weekday: integer("weekday").notNull(),
  /** In the address with which letters are stopped. It opens nothing else and every letter carries it, so it is kept as it is. */
  stopKey: text("stop_key").notNull().unique(),
  changedAt: moment("changed_at").notNull().defaultNow(),
});

/**
 * An address that stands in one letter and nowhere else; an answer sent to it comes into the conversation. Only the hash
 * of its secret part is kept. It is good while its person has the address that the letter went to, and never left since.
 */
export const replyAddress = pgTable(
  "reply_address",
  {
    tokenHash: text("token_hash").primaryKey(),
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    /** Null: of a letter that is about more than one thing, whose answer finds no place by itself. */
    discussionId: uuid("discussion_id").references(() => discussion.id, { onDelete: "cascade" }),
    /** Of the e-mail address that the letter went to. */
    addressHash: text("address_hash").notNull(),
    expiresAt: moment("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("reply_address_person").on(t.personId), index("reply_address_discussion").on(t.discussionId), index("reply_address_expires").on(t.expiresAt)],
);

/** A device of somebody's own on which news appears by itself. It belongs to the session there, and goes with it. */
export const pushDevice = pgTable(
  "push_device",
  {
    id: id(),
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    sessionId: text("session_id").notNull().unique().references(() => session.id, { onDelete: "cascade" }),
    /** The address at the push service of the browser's maker, and the keys with which only the device reads what goes there. */
    endpoint: text("endpoint").notNull().unique(),
    p256dh: text("p256dh").notNull(),
    auth: text("auth").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("push_device_person").on(t.personId)],
);

/** News on its way to a device; its words are made when it goes. The row goes when it is there. */
export const pushOutbox = pgTable(
  "push_outbox",
  {
    id: id(),
    deviceId: uuid("device_id").notNull().references(() => pushDevice.id, { onDelete: "cascade" }),
    noticeId: uuid("notice_id").notNull().references(() => notice.id, { onDelete: "cascade" }),
    attempts: integer("attempts").notNull().default(0),
    nextTryAt: moment("next_try_at").notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [unique("push_outbox_once").on(t.deviceId, t.noticeId), index("push_outbox_due").on(t.nextTryAt), index("push_outbox_notice").on(t.noticeId)],
);
