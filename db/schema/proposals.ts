import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, createdAt, id, moment } from "./columns";
import { document } from "./documents";

/** Words of a part of a proposal as they came and went, as they were last worked out; a projection. */
export interface StoredPart {
  key: string;
  /** Whether it could go into the text then, and whether it did. */
  state: "fits" | "moved_on" | "done" | "gone";
  taken: boolean;
  blocks: { as: string; level: number; pieces: { text: string; change?: "added" | "removed" }[] }[];
}

/** A change that somebody proposes: a fork of a text, as the Yjs state that it left from and what was changed in it. */
export const documentProposal = pgTable(
  "document_proposal",
  {
    id: id(),
    documentId: uuid("document_id").notNull().references(() => document.id, { onDelete: "cascade" }),
    authorActor: uuid("author_actor").notNull(),
    /** `draft` until it is sent: for its author alone. */
    state: text("state").$type<"draft" | "open" | "decided" | "withdrawn">().notNull().default("draft"),
    moderation: text("moderation").$type<"visible" | "hidden" | "removed">().notNull().default("visible"),
    /** Number of the text that it left from. */
    baseSeq: integer("base_seq").notNull(),
    /** Both are empty once nothing is to be decided any more. */
    base: bytes("base").notNull(),
    update: bytes("update").notNull(),
    /** Name of the newest edit of the draft by a form: sent again it does nothing. */
    lastEdit: uuid("last_edit"),
    parts: jsonb("parts").$type<StoredPart[]>().notNull().default([]),
    /** Why, in the words of who proposes it. */
    note: text("note").notNull().default(""),
    outcome: text("outcome").$type<"accepted" | "partly" | "declined">(),
    /** In the words of who decided. */
    reason: text("reason").notNull().default(""),
    decidedByActor: uuid("decided_by_actor"),
    decidedAt: moment("decided_at"),
    rev: integer("rev").notNull().default(1),
    changedAt: moment("changed_at").notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [
    index("document_proposal_document").on(t.documentId, t.state),
    index("document_proposal_author").on(t.authorActor),
    index("document_proposal_decider").on(t.decidedByActor),
    uniqueIndex("document_proposal_draft").on(t.documentId, t.authorActor).where(sql`state = 'draft'`),
  ],
);
