import { sql } from "drizzle-orm";
import { type AnyPgColumn, bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { person } from "./accounts";
import { bytes, createdAt, id, moment, searchVector } from "./columns";
import { group } from "./groups";
import { space, spaceMembership } from "./spaces";

/** For whom learning material is, how long it takes in minutes, its language, and the edition that it was made from: without a
 * reference, because editions hang on texts already. */
const useOfText = () => ({
  audience: text("audience").notNull().default("everyone"),
  minutes: integer("minutes"),
  language: text("language").notNull().default("nl"),
  originEditionId: uuid("origin_edition_id"),
});

/** Since when a text lies in the trash, and who put it there: somebody who runs the group, or who began it. */
const inTrash = () => ({
  trashedAt: moment("trashed_at"),
  trashedByActor: uuid("trashed_by_actor"),
  trashedByStaff: boolean("trashed_by_staff").notNull().default(false),
  /** When its words were deleted; what is left of it holds its editions. */
  emptiedAt: moment("emptied_at"),
});

/** For whom of its group a text is: see `permissions/documents`. `few` are memberships of its leerplek, on the row itself because
 * every judgement of every push asks for them. */
const access = () => ({
  readBy: text("read_by").$type<"group" | "members" | "few">().notNull().default("group"),
  writtenBy: text("written_by").$type<"group" | "few">().notNull().default("group"),
  few: uuid("few").array().notNull().default(sql`'{}'`),
});

/** A shared text. The truth is `snapshot` plus the rows of `document_update` after `snapshot_seq`; content, text and search are projections. */
export const document = pgTable(
  "document",
  {
    id: id(),
    spaceId: uuid("space_id").notNull().references(() => space.id, { onDelete: "cascade" }),
    groupId: uuid("group_id").notNull().references(() => group.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    authorActor: uuid("author_actor").notNull(),
    licence: text("licence").notNull().default("CC BY 4.0"),
    ...useOfText(),
    snapshot: bytes("snapshot").notNull(),
    snapshotSeq: integer("snapshot_seq").notNull().default(0),
    /** State vector of the snapshot, written with it: a text whose whole log is folded is then given as it lies here. Null for those folded before this was kept. */
    snapshotVector: bytes("snapshot_vector"),
    /** Number of the newest update; given under this row's lock. */
    seq: integer("seq").notNull().default(0),
    schemaVersion: integer("schema_version").notNull(),
    bytes: integer("bytes").notNull().default(0),
    content: jsonb("content").$type<Record<string, unknown>>().notNull(),
    contentSeq: integer("content_seq").notNull().default(0),
    plainText: text("plain_text").notNull().default(""),
    moderation: text("moderation").$type<"visible" | "hidden" | "removed">().notNull().default("visible"),
    ...access(),
    ...inTrash(),
    /** The text that it stands beneath, and its place there; null at the top, and for one that nobody placed. */
    parentId: uuid("parent_id").references((): AnyPgColumn => document.id, { onDelete: "set null" }),
    position: integer("position"),
    rev: integer("rev").notNull().default(1),
    changedAt: moment("changed_at").notNull().defaultNow(),
    createdAt: createdAt(),
    search: searchVector("search").generatedAlwaysAs(
      sql`setweight(to_tsvector('leerhoek_dutch'::regconfig, title), 'A') || to_tsvector('leerhoek_dutch'::regconfig, left(plain_text, 200000))`,
    ),
  },
  (t) => [index("document_group").on(t.groupId), index("document_parent").on(t.parentId), index("document_search").using("gin", t.search), index("document_trash").on(t.trashedAt).where(sql`trashed_at IS NOT NULL`)],
);

export const documentUpdate = pgTable(
  "document_update",
  {
    documentId: uuid("document_id").notNull().references(() => document.id, { onDelete: "cascade" }),
    seq: integer("seq").notNull(),
    actorId: uuid("actor_id").notNull(),
    push: uuid("push").notNull(),
    update: bytes("update").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.seq] }), uniqueIndex("document_update_push").on(t.documentId, t.push)],
);

/** Which texts a text links to, as it was folded last: a projection of its content, to say what links to a text without reading them all. */
export const documentLink = pgTable(
  "document_link",
  {
    fromId: uuid("from_id").notNull().references(() => document.id, { onDelete: "cascade" }),
    toId: uuid("to_id").notNull().references(() => document.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.fromId, t.toId] }), index("document_link_to").on(t.toId)],
);

/** A projection: tasks that stand in a text and are for somebody. What is gone from the text goes from here at the next fold. */
export const documentTask = pgTable(
  "document_task",
  {
    documentId: uuid("document_id").notNull().references(() => document.id, { onDelete: "cascade" }),
    /** The element itself, as Yjs names it: `client:clock`. */
    key: text("key").notNull(),
    membershipId: uuid("membership_id").notNull().references(() => spaceMembership.id, { onDelete: "cascade" }),
    text: text("text").notNull(),
    checked: boolean("checked").notNull(),
    /** Which task of the text it is, counted from 1, also over those that are for nobody. */
    position: integer("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.key] }), index("document_task_membership").on(t.membershipId)],
);

/** What a text said when those who run its group made a template of it, without people and pictures: new texts of the leerplek may begin with that. */
export const documentTemplate = pgTable("document_template", {
  documentId: uuid("document_id").primaryKey().references(() => document.id, { onDelete: "cascade" }),
  /** As they were then. */
  title: text("title").notNull(),
  licence: text("licence").notNull(),
  content: jsonb("content").$type<Record<string, unknown>>().notNull(),
  madeAt: moment("made_at").notNull().defaultNow(),
});

/** Who wrote along, kept when the log is folded. */
export const documentWriter = pgTable(
  "document_writer",
  {
    documentId: uuid("document_id").notNull().references(() => document.id, { onDelete: "cascade" }),
    actorId: uuid("actor_id").notNull(),
    lastAt: moment("last_at").notNull().defaultNow(),
    /** Updates up to this number are counted in a summary of an editing session. */
    summarisedSeq: integer("summarised_seq").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.actorId] }), index("document_writer_actor").on(t.actorId)],
);

/** Whose editing session a Yjs client id is: nobody else may write under it, or what its owner types next would be lost for everyone. */
export const documentClient = pgTable(
  "document_client",
  {
    documentId: uuid("document_id").notNull().references(() => document.id, { onDelete: "cascade" }),
    client: bigint("client", { mode: "number" }).notNull(),
    actorId: uuid("actor_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.client] })],
);

export const documentRevision = pgTable(
  "document_revision",
  {
    id: id(),
    documentId: uuid("document_id").notNull().references(() => document.id, { onDelete: "cascade" }),
    uptoSeq: integer("upto_seq").notNull(),
    kind: text("kind").$type<"automatic" | "named" | "before_restore" | "before_proposal" | "before_deletion">().notNull(),
    name: text("name"),
    state: bytes("state").notNull(),
    byActor: uuid("by_actor"),
    /** Actors who wrote since the version before it, who wrote most first; empty as well for versions of before this was kept. */
    writers: uuid("writers").array().notNull().default(sql`'{}'`),
    createdAt: createdAt(),
  },
  (t) => [index("document_revision_document").on(t.documentId, t.uptoSeq)],
);

/** An announced publication: writers are told and may agree to be named. */
export const documentPublication = pgTable(
  "document_publication",
  {
    id: id(),
    documentId: uuid("document_id").notNull().references(() => document.id, { onDelete: "cascade" }),
    announcedByActor: uuid("announced_by_actor").notNull(),
    announcedAt: moment("announced_at").notNull().defaultNow(),
    publishFrom: moment("publish_from").notNull(),
    state: text("state").$type<"announced" | "published" | "cancelled">().notNull().default("announced"),
  },
  (t) => [index("document_publication_document").on(t.documentId)],
);

export const documentNaming = pgTable(
  "document_naming",
  {
    publicationId: uuid("publication_id").notNull().references(() => documentPublication.id, { onDelete: "cascade" }),
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    agreed: boolean("agreed"),
    name: text("name"),
    answeredAt: moment("answered_at"),
  },
  (t) => [primaryKey({ columns: [t.publicationId, t.personId] })],
);

/** A frozen, numbered edition: learning material at a public address. */
export const documentEdition = pgTable(
  "document_edition",
  {
    id: id(),
    documentId: uuid("document_id").notNull().references(() => document.id, { onDelete: "cascade" }),
    spaceId: uuid("space_id").notNull().references(() => space.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    content: jsonb("content").$type<Record<string, unknown>>().notNull(),
    plainText: text("plain_text").notNull(),
    licence: text("licence").notNull(),
    ...useOfText(),
    /** The version that is easy to read, frozen along with it; without a reference, as above. */
    easyDocumentId: uuid("easy_document_id"),
    easyTitle: text("easy_title"),
    easyContent: jsonb("easy_content").$type<Record<string, unknown>>(),
    /** The announcement that it follows: who agreed to be named stands there. */
    publicationId: uuid("publication_id").references(() => documentPublication.id, { onDelete: "set null" }),
    /** Names of those who agreed; empty means "de groep". */
    authors: jsonb("authors").$type<string[]>().notNull().default([]),
    /** How many wrote along without being named. */
    unnamed: integer("unnamed").notNull().default(0),
    publishedByActor: uuid("published_by_actor").notNull(),
    publishedAt: moment("published_at").notNull().defaultNow(),
    withdrawnAt: moment("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
    search: searchVector("search").generatedAlwaysAs(
      sql`setweight(to_tsvector('leerhoek_dutch'::regconfig, title), 'A') || to_tsvector('leerhoek_dutch'::regconfig, left(plain_text, 200000))`,
    ),
  },
  (t) => [
    uniqueIndex("document_edition_number").on(t.documentId, t.number),
    uniqueIndex("document_edition_slug").on(t.slug, t.number),
    index("document_edition_space").on(t.spaceId),
    index("document_edition_search").using("gin", t.search),
  ],
);

/** The newest edition of a text that somebody read, to say what changed since. */
export const documentEditionRead = pgTable(
  "document_edition_read",
  {
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    documentId: uuid("document_id").notNull().references(() => document.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    readAt: moment("read_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.documentId] })],
);

/** Up to which number of its log somebody saw a text, and up to which in the visit before: to say what changed since they were there. Nobody else is shown it. */
export const documentVisit = pgTable(
  "document_visit",
  {
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    documentId: uuid("document_id").notNull().references(() => document.id, { onDelete: "cascade" }),
    seq: integer("seq").notNull(),
    at: moment("at").notNull(),
    beforeSeq: integer("before_seq"),
    beforeAt: moment("before_at"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.documentId] }), index("document_visit_document").on(t.documentId)],
);

/** A picture in the folder of pictures, drawn anew, that was brought for one text: no other text ever shows it. */
export const documentPicture = pgTable(
  "document_picture",
  {
    /** Also the name of its files. */
    id: id(),
    documentId: uuid("document_id").notNull().references(() => document.id, { onDelete: "cascade" }),
    /** Who brought it. */
    actorId: uuid("actor_id").notNull(),
    /** Of the large one; in pixels. */
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    /** Both files together. */
    bytes: integer("bytes").notNull(),
    /** SHA-256 of the large one. */
    sum: text("sum").notNull(),
    createdAt: createdAt(),
    /** Since when neither the text nor a version or an edition of it holds it; null while one does. */
    unusedSince: moment("unused_since"),
  },
  (t) => [uniqueIndex("document_picture_once").on(t.documentId, t.actorId, t.sum), index("document_picture_actor").on(t.actorId)],
);
