import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { person } from "./accounts";
import { bytes, createdAt, id, moment } from "./columns";
import { organisation, space } from "./spaces";

export const study = pgTable("study", {
  id: id(),
  slug: text("slug").notNull().unique(),
  title: text("title").notNull(),
  purpose: text("purpose").notNull(),
  investigator: text("investigator").notNull(),
  institution: text("institution").notNull(),
  legalBasis: text("legal_basis").notNull(),
  ethicsReference: text("ethics_reference").notNull().default(""),
  recipients: text("recipients").notNull(),
  fields: jsonb("fields").$type<string[]>().notNull(),
  periodFrom: moment("period_from").notNull(),
  periodTo: moment("period_to").notNull(),
  retentionEnd: moment("retention_end").notNull(),
  /** The information sheet in plain Dutch; a change raises the version and returns consent to unknown. */
  sheet: text("sheet").notNull(),
  sheetVersion: integer("sheet_version").notNull().default(1),
  state: text("state").$type<"draft" | "review" | "open" | "closed" | "key_destroyed">().notNull().default("draft"),
  /** 32 random bytes wrapped by a root key outside the database; null once destroyed. */
  wrappedKey: bytes("wrapped_key"),
  stewardPersonId: uuid("steward_person_id").references(() => person.id, { onDelete: "set null" }),
  openedAt: moment("opened_at"),
  closedAt: moment("closed_at"),
  rev: integer("rev").notNull().default(1),
  createdAt: createdAt(),
});

export const studyResearcher = pgTable(
  "study_researcher",
  {
    studyId: uuid("study_id").notNull().references(() => study.id, { onDelete: "cascade" }),
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    institution: text("institution").notNull(),
    until: moment("until"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.studyId, t.personId] })],
);

/** An invitation to be the researcher of one study, as a one-time link. */
export const studyInvitation = pgTable("study_invitation", {
  id: id(),
  studyId: uuid("study_id").notNull().references(() => study.id, { onDelete: "cascade" }),
  institution: text("institution").notNull(),
  codeHash: text("code_hash").notNull().unique(),
  expiresAt: moment("expires_at").notNull(),
  usedAt: moment("used_at"),
  createdAt: createdAt(),
});

export const studySpace = pgTable(
  "study_space",
  {
    studyId: uuid("study_id").notNull().references(() => study.id, { onDelete: "cascade" }),
    spaceId: uuid("space_id").notNull().references(() => space.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.studyId, t.spaceId] })],
);

/** Each organisation that runs a named space answers; one "no" keeps that space out. */
export const studyAnswer = pgTable(
  "study_answer",
  {
    studyId: uuid("study_id").notNull().references(() => study.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id").notNull().references(() => organisation.id),
    agrees: boolean("agrees").notNull(),
    reason: text("reason").notNull().default(""),
    byActor: uuid("by_actor").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.studyId, t.organisationId] })],
);

/** Append-only: the newest row of a person for a study and version of the sheet counts. */
export const consent = pgTable(
  "consent",
  {
    id: uuid("id").primaryKey(),
    studyId: uuid("study_id").notNull().references(() => study.id, { onDelete: "cascade" }),
    sheetVersion: integer("sheet_version").notNull(),
    actorId: uuid("actor_id").notNull(),
    answer: text("answer").$type<"given" | "refused" | "withdrawn">().notNull(),
    /** Whether what was done before the answer is covered too. */
    coversBefore: boolean("covers_before").notNull().default(false),
    channel: text("channel").$type<"self" | "assisted" | "paper">().notNull().default("self"),
    receipt: text("receipt").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [index("consent_study_actor").on(t.studyId, t.actorId, t.at)],
);

export const release = pgTable(
  "release",
  {
    id: id(),
    studyId: uuid("study_id").notNull().references(() => study.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    state: text("state").$type<"queued" | "running" | "ready" | "refused" | "failed" | "cancelled">().notNull().default("queued"),
    progress: integer("progress").notNull().default(0),
    refusedCode: text("refused_code"),
    requestedByActor: uuid("requested_by_actor").notNull(),
    snapshotFactId: bigint("snapshot_fact_id", { mode: "number" }),
    fileName: text("file_name"),
    sha256: text("sha256"),
    bytes: bigint("bytes", { mode: "number" }),
    participants: integer("participants"),
    events: integer("events"),
    suppressed: jsonb("suppressed").$type<Record<string, number>>(),
    createdAt: createdAt(),
    /** When the process that makes it last said so; one that stopped is taken over. */
    heartbeatAt: moment("heartbeat_at"),
    readyAt: moment("ready_at"),
  },
  (t) => [uniqueIndex("release_number").on(t.studyId, t.number)],
);

/** Which releases held rows about whom: shown to that person alone. */
export const releaseActor = pgTable(
  "release_actor",
  {
    releaseId: uuid("release_id").notNull().references(() => release.id, { onDelete: "cascade" }),
    actorId: uuid("actor_id").notNull(),
    rows: integer("rows").notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.actorId] }), index("release_actor_actor").on(t.actorId)],
);
