import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { person } from "./accounts";
import { createdAt, id, moment } from "./columns";
import { space } from "./spaces";

/** One case per reported thing. */
export const moderationCase = pgTable(
  "moderation_case",
  {
    id: id(),
    number: integer("number").notNull().generatedAlwaysAsIdentity(),
    spaceId: uuid("space_id").notNull().references(() => space.id, { onDelete: "cascade" }),
    groupId: uuid("group_id"),
    subjectKind: text("subject_kind").$type<"message" | "discussion" | "document" | "comment" | "proposal" | "activity" | "experiment" | "membership" | "space">().notNull(),
    subjectId: uuid("subject_id").notNull(),
    authorActor: uuid("author_actor"),
    state: text("state").$type<"open" | "decided" | "appealed" | "closed">().notNull().default("open"),
    urgency: integer("urgency").notNull().default(0),
    /** What was reported, kept as it stood at that moment. */
    evidence: jsonb("evidence").$type<{ title?: string; text: string; shownName: string }>().notNull(),
    ownerPersonId: uuid("owner_person_id").references(() => person.id, { onDelete: "set null" }),
    ownerSince: moment("owner_since"),
    ownerTerm: moment("owner_term"),
    claimedByActor: uuid("claimed_by_actor"),
    claimedAt: moment("claimed_at"),
    /** Every change raises it; a decision on a stale version is refused. */
    version: integer("version").notNull().default(1),
    openedAt: moment("opened_at").notNull().defaultNow(),
    closedAt: moment("closed_at"),
  },
  (t) => [
    uniqueIndex("moderation_case_subject").on(t.subjectKind, t.subjectId),
    index("moderation_case_open").on(t.spaceId, t.state),
    index("moderation_case_owner").on(t.ownerPersonId).where(sql`state in ('open', 'appealed')`),
  ],
);

export const report = pgTable(
  "report",
  {
    id: uuid("id").primaryKey(),
    caseId: uuid("case_id").notNull().references(() => moderationCase.id, { onDelete: "cascade" }),
    /** Empty when the report came without an account. */
    reporterPersonId: uuid("reporter_person_id").references(() => person.id, { onDelete: "set null" }),
    /** Printed on the receipt; the status page needs it and the secret. */
    reference: text("reference").notNull().unique(),
    secretHash: text("secret_hash").notNull(),
    reason: text("reason").notNull(),
    illegal: boolean("illegal").notNull().default(false),
    law: text("law"),
    danger: boolean("danger").notNull().default(false),
    explanation: text("explanation").notNull().default(""),
    contact: text("contact"),
    goodFaith: boolean("good_faith").notNull().default(false),
    /** What was reported, where it then read otherwise than what the case holds. */
    evidence: jsonb("evidence").$type<{ title?: string; text: string; shownName: string }>(),
    outcomeToldAt: moment("outcome_told_at"),
    createdAt: createdAt(),
  },
  (t) => [index("report_case").on(t.caseId), index("report_reporter").on(t.reporterPersonId)],
);

export const decision = pgTable(
  "decision",
  {
    id: uuid("id").primaryKey(),
    caseId: uuid("case_id").notNull().references(() => moderationCase.id, { onDelete: "cascade" }),
    decidedByActor: uuid("decided_by_actor").notNull(),
    organisationId: uuid("organisation_id"),
    happened: text("happened").notNull(),
    rule: text("rule").notNull(),
    measure: text("measure").$type<"none" | "label" | "hide" | "remove" | "lock" | "warn" | "mute" | "suspend">().notNull(),
    scope: text("scope").$type<"group" | "space">(),
    until: moment("until"),
    /** The statement of reasons, word for word as the author gets it. */
    reasons: text("reasons").notNull(),
    /** In what quality it was decided: a seat of the space, or the duty desk. */
    seat: text("seat").$type<"moderator" | "deputy_moderator" | "duty_desk">().notNull().default("moderator"),
    /** What the measure changed, so that undoing it restores everything. */
    before: jsonb("before").$type<Record<string, unknown>>().notNull().default({}),
    takenBackAt: moment("taken_back_at"),
    undoneAt: moment("undone_at"),
    createdAt: createdAt(),
  },
  (t) => [index("decision_case").on(t.caseId)],
);

export const appeal = pgTable(
  "appeal",
  {
    id: uuid("id").primaryKey(),
    decisionId: uuid("decision_id").notNull().unique().references(() => decision.id, { onDelete: "cascade" }),
    caseId: uuid("case_id").notNull().references(() => moderationCase.id, { onDelete: "cascade" }),
    byActor: uuid("by_actor").notNull(),
    text: text("text").notNull(),
    outcome: text("outcome").$type<"upheld" | "overturned">(),
    answer: text("answer"),
    decidedByActor: uuid("decided_by_actor"),
    decidedAt: moment("decided_at"),
    createdAt: createdAt(),
  },
  (t) => [index("appeal_case").on(t.caseId)],
);
