import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid, type AnyPgColumn } from "drizzle-orm/pg-core";
import { person } from "./accounts";
import { createdAt, id, moment, numberRanges, searchVector } from "./columns";
import { group } from "./groups";
import { space } from "./spaces";

export const discussion = pgTable(
  "discussion",
  {
    id: id(),
    spaceId: uuid("space_id").notNull().references(() => space.id, { onDelete: "cascade" }),
    groupId: uuid("group_id").notNull().references(() => group.id, { onDelete: "cascade" }),
    kind: text("kind").$type<"conversation" | "question" | "announcement">().notNull(),
    title: text("title").notNull(),
    authorActor: uuid("author_actor").notNull(),
    /** `locked`: closed by a decision of the moderator. */
    state: text("state").$type<"open" | "closed" | "locked">().notNull().default("open"),
    moderation: text("moderation").$type<"visible" | "hidden" | "removed">().notNull().default("visible"),
    /** Of a learning question. */
    questionState: text("question_state").$type<"asked" | "picked_up" | "answered">(),
    pickedUpByActor: uuid("picked_up_by_actor"),
    supporters: integer("supporters").notNull().default(0),
    /** Messages that stand above the others, by id; null for none. */
    pinned: jsonb("pinned").$type<string[]>(),
    /** What came of it, written when it was closed. */
    summary: text("summary").notNull().default(""),
    closedByActor: uuid("closed_by_actor"),
    /** When it was finished last; stays when it is opened again. */
    closedAt: moment("closed_at"),
    messageCount: integer("message_count").notNull().default(0),
    lastMessageAt: moment("last_message_at").notNull().defaultNow(),
    rev: integer("rev").notNull().default(1),
    createdAt: createdAt(),
    /** A summary is found as long as it is shown. */
    search: searchVector("search").generatedAlwaysAs(sql`to_tsvector('leerhoek_dutch'::regconfig, title || CASE WHEN state = 'closed' THEN ' ' || summary ELSE '' END)`),
  },
  (t) => [
    index("discussion_group").on(t.groupId, t.lastMessageAt),
    index("discussion_space").on(t.spaceId, t.kind),
    index("discussion_author").on(t.authorActor),
    index("discussion_search").using("gin", t.search),
    // As of a message (`message_linked_texts`), for as long as the summary is shown.
    index("discussion_linked_texts").using("gin", sql`linked_texts(${t.summary})`).where(sql`state = 'closed' AND summary LIKE '%/teksten/%'`),
  ],
);

/** Writer of what nobody wrote: the place that a message left. */
export const nobodysActor = "00000000-0000-0000-0000-000000000000";

/** Somebody named in a message: from which place, over how many UTF-16 units. `actor` null: the whole group. */
export interface StoredMention {
  at: number;
  length: number;
  actor: string | null;
}

/** A picture as its message names it: the file that it was drawn anew into, and what is to be seen on it. */
export interface StoredPicture {
  id: string;
  /** Of the large one; in pixels. */
  width: number;
  height: number;
  /** Both files together. */
  bytes: number;
  /** SHA-256 of the large one. */
  sum: string;
  alt: string;
}

export const message = pgTable(
  "message",
  {
    /** Made by the client, so that a retry posts once. */
    id: uuid("id").primaryKey(),
    discussionId: uuid("discussion_id").notNull().references(() => discussion.id, { onDelete: "cascade" }),
    groupId: uuid("group_id").notNull().references(() => group.id, { onDelete: "cascade" }),
    /** Position in the conversation, from 1, without gaps. */
    number: integer("number").notNull(),
    authorActor: uuid("author_actor").notNull(),
    /** Who typed it in, when its author wrote it on paper. */
    typedByActor: uuid("typed_by_actor"),
    text: text("text").notNull(),
    /** Who is named in the text; null for nobody. */
    mentions: jsonb("mentions").$type<StoredMention[]>(),
    /** Null for none. */
    picture: jsonb("picture").$type<StoredPicture>(),
    replyToId: uuid("reply_to_id").references((): AnyPgColumn => message.id),
    state: text("state").$type<"visible" | "hidden" | "removed">().notNull().default("visible"),
    /** The moderator put a remark with it. */
    labelled: boolean("labelled").notNull().default(false),
    rev: integer("rev").notNull().default(1),
    /** The revision at which these words came: what else changes a message makes no change of the words out of date. */
    wordsRev: integer("words_rev").notNull().default(1),
    /** How many reacted, per kind; null for nobody. Who did stands in `message_reaction`. */
    reactions: jsonb("reactions").$type<Partial<Record<"thanks" | "me_too" | "can_help" | "clear", number>>>(),
    editedAt: moment("edited_at"),
    /** When it came here from another conversation. */
    movedAt: moment("moved_at"),
    /** The message that stood at this place: this row only says that it went. Its state is `removed`, and nobody wrote it. */
    movedToId: uuid("moved_to_id").references((): AnyPgColumn => message.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    search: searchVector("search").generatedAlwaysAs(sql`to_tsvector('leerhoek_dutch'::regconfig, text || ' ' || coalesce(picture->>'alt', ''))`),
  },
  (t) => [
    index("message_picture").on(sql`(${t.picture}->>'id')`).where(sql`picture IS NOT NULL`),
    uniqueIndex("message_number").on(t.discussionId, t.number),
    // The search walks back through what somebody wrote.
    index("message_author").on(t.authorActor, t.createdAt, t.id),
    // Who answers a message is looked up when it moves, and when a message goes for good.
    index("message_reply_to").on(t.replyToId).where(sql`reply_to_id is not null`),
    index("message_moved_to").on(t.movedToId).where(sql`moved_to_id is not null`),
    index("message_typed_by").on(t.typedByActor).where(sql`typed_by_actor is not null`),
    // What waits to be worked into it is kept short: the post that fills the list up does that work.
    index("message_search").using("gin", t.search).with({ gin_pending_list_limit: 512 }),
    // The search walks back from the newest, of all groups or of one.
    index("message_newest").on(t.createdAt, t.id),
    index("message_newest_of_group").on(t.groupId, t.createdAt, t.id),
    index("message_mentions").using("gin", sql`${t.mentions} jsonb_path_ops`).where(sql`mentions IS NOT NULL`),
    // What a message links to follows its words by itself: changed, taken back, moved or forgotten. The migration makes the function.
    index("message_linked_texts").using("gin", sql`linked_texts(${t.text})`).where(sql`text LIKE '%/teksten/%'`),
  ],
);

/** Words of a message before they were edited, for those who run things. They go with the message's words. */
export const messageVersion = pgTable(
  "message_version",
  {
    messageId: uuid("message_id").notNull().references(() => message.id, { onDelete: "cascade" }),
    /** The revision at which these words came: `words_rev` of that time. */
    rev: integer("rev").notNull(),
    text: text("text").notNull(),
    mentions: jsonb("mentions").$type<StoredMention[]>(),
    /** What was said of its picture; null without one. */
    alt: text("alt"),
    /** When these words came. */
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.rev] }), index("message_version_mentions").using("gin", sql`${t.mentions} jsonb_path_ops`).where(sql`mentions IS NOT NULL`)],
);

/** Words that somebody took back, for the few minutes in which they can be put back. */
export const messageTakenBack = pgTable(
  "message_taken_back",
  {
    messageId: uuid("message_id").primaryKey().references(() => message.id, { onDelete: "cascade" }),
    text: text("text").notNull(),
    mentions: jsonb("mentions").$type<StoredMention[]>(),
    picture: jsonb("picture").$type<StoredPicture>(),
    /** What the message was, and is again once it is put back: what moderation hid stays hidden. */
    state: text("state").$type<"visible" | "hidden" | "removed">().notNull(),
    byActor: uuid("by_actor").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [index("message_taken_back_at").on(t.at)],
);

/** A picture that lies in the folder of pictures, drawn anew. The message that it was brought for names it; what nothing names goes. */
export const picture = pgTable(
  "picture",
  {
    /** Also the name of its files. */
    id: id(),
    /** Who brought it: nobody else can put it in a message. */
    actorId: uuid("actor_id").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    bytes: integer("bytes").notNull(),
    sum: text("sum").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("picture_actor").on(t.actorId), index("picture_created").on(t.createdAt)],
);

/** Who reacted to a message: each kind at most once. */
export const messageReaction = pgTable(
  "message_reaction",
  {
    messageId: uuid("message_id").notNull().references(() => message.id, { onDelete: "cascade" }),
    kind: text("kind").$type<"thanks" | "me_too" | "can_help" | "clear">().notNull(),
    actorId: uuid("actor_id").notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.kind, t.actorId] }), index("message_reaction_actor").on(t.actorId)],
);

/** "Dat wil ik ook leren". */
export const questionSupport = pgTable(
  "question_support",
  {
    discussionId: uuid("discussion_id").notNull().references(() => discussion.id, { onDelete: "cascade" }),
    actorId: uuid("actor_id").notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.discussionId, t.actorId] }), index("question_support_actor").on(t.actorId)],
);

/** Similar learning questions taken together, over the groups of one space. */
export const questionBundle = pgTable("question_bundle", {
  id: id(),
  spaceId: uuid("space_id").notNull().references(() => space.id, { onDelete: "cascade" }),
  title: text("title").notNull(),
  createdByActor: uuid("created_by_actor").notNull(),
  rev: integer("rev").notNull().default(1),
  createdAt: createdAt(),
});

export const questionBundleItem = pgTable(
  "question_bundle_item",
  {
    bundleId: uuid("bundle_id").notNull().references(() => questionBundle.id, { onDelete: "cascade" }),
    discussionId: uuid("discussion_id").notNull().unique().references(() => discussion.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.bundleId, t.discussionId] })],
);

/** What a person has read of a conversation. Absent: nothing but what was there before they joined the group. */
export const readingPosition = pgTable(
  "reading_position",
  {
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    discussionId: uuid("discussion_id").notNull().references(() => discussion.id, { onDelete: "cascade" }),
    /** Numbers of the messages that were seen; what was there before the person came counts as seen. */
    seen: numberRanges("seen").notNull().default(sql`'{}'`),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.discussionId] })],
);
