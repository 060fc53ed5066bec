import { sql } from "drizzle-orm";
import { bigint, bigserial, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment } from "./columns";

/** The unit of access and of numbering: `<kind>:<uuid>` and the number of its newest fact. */
export const stream = pgTable("stream", {
  id: text("id").primaryKey(),
  head: bigint("head", { mode: "number" }).notNull().default(0),
});

/** One append-only row per thing that happened. Ids, codes and counts only: never text somebody wrote. A trigger refuses UPDATE and DELETE. */
export const fact = pgTable(
  "fact",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    type: text("type").notNull(),
    version: integer("version").notNull().default(1),
    occurredAt: moment("occurred_at").notNull(),
    recordedAt: moment("recorded_at").notNull().defaultNow(),
    /** Random id of who did it; the mapping to a person goes when that person is erased. */
    actorId: uuid("actor_id"),
    role: text("role"),
    organisationId: uuid("organisation_id"),
    spaceId: uuid("space_id"),
    groupId: uuid("group_id"),
    objectKind: text("object_kind"),
    objectId: uuid("object_id"),
    stream: text("stream"),
    n: bigint("n", { mode: "number" }),
    channel: text("channel").notNull().default("self"),
    mode: text("mode").notNull().default("online"),
    data: jsonb("data").$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    uniqueIndex("fact_stream_n").on(t.stream, t.n),
    index("fact_actor").on(t.actorId),
    index("fact_space").on(t.spaceId, t.id),
    index("fact_object").on(t.objectId),
    check("fact_stream_has_number", sql`(${t.stream} is null) = (${t.n} is null)`),
  ],
);

/** Facts that somebody must still act upon (notices, letters); written with the fact, deleted by the transaction that acted. */
export const factOutbox = pgTable("fact_outbox", {
  factId: bigint("fact_id", { mode: "number" }).primaryKey(),
});

/** Settings of the installation that are decided while it runs (first administrator made, region loaded, demonstration present). */
export const installationSetting = pgTable("installation_setting", {
  key: text("key").primaryKey(),
  value: jsonb("value").notNull(),
  changedAt: moment("changed_at").notNull().defaultNow(),
});

/** Counters of the rate limits that must hold across processes and restarts. */
export const rateLimit = pgTable("rate_limit", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  expire: moment("expire"),
});

/** Letters waiting for the mail job; written in the transaction that caused them. */
export const mailOutbox = pgTable(
  "mail_outbox",
  {
    id: id(),
    personId: uuid("person_id"),
    address: text("address").notNull(),
    kind: text("kind").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    /** With which its reader stops letters of this kind; null: there are none to stop. */
    stopAddress: text("stop_address"),
    /** Where an answer goes; secret, so it goes with the text as soon as the letter is sent. */
    replyTo: text("reply_to"),
    dedupeKey: text("dedupe_key").notNull().unique(),
    attempts: integer("attempts").notNull().default(0),
    nextTryAt: moment("next_try_at").notNull().defaultNow(),
    sentAt: moment("sent_at"),
    failedCode: text("failed_code"),
    createdAt: createdAt(),
  },
  (t) => [index("mail_outbox_due").on(t.nextTryAt).where(sql`sent_at is null`)],
);
