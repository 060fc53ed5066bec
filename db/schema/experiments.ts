import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment } from "./columns";
import { group } from "./groups";
import { space } from "./spaces";

export const experiment = pgTable(
  "experiment",
  {
    id: id(),
    spaceId: uuid("space_id").notNull().references(() => space.id, { onDelete: "cascade" }),
    groupId: uuid("group_id").notNull().references(() => group.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    /** The three plain questions. */
    wantToKnow: text("want_to_know").notNull(),
    whatWeDo: text("what_we_do").notNull(),
    whenWeStop: text("when_we_stop").notNull(),
    howWeMeasure: text("how_we_measure").notNull().default(""),
    stage: text("stage").$type<"idea" | "running" | "measuring" | "lesson">().notNull().default("idea"),
    outcome: text("outcome").$type<"worked" | "partly" | "failed">(),
    measured: text("measured").notNull().default(""),
    lesson: text("lesson").notNull().default(""),
    /** Strategic objective of the plan, form of learning and audience: optional. */
    objective: text("objective"),
    learningForm: text("learning_form"),
    audience: text("audience").$type<"burger" | "bedrijf" | "intermediair" | "lokaal_bestuur">(),
    createdByActor: uuid("created_by_actor").notNull(),
    moderation: text("moderation").$type<"visible" | "hidden" | "removed">().notNull().default("visible"),
    rev: integer("rev").notNull().default(1),
    startedAt: moment("started_at"),
    finishedAt: moment("finished_at"),
    createdAt: createdAt(),
  },
  (t) => [index("experiment_space").on(t.spaceId)],
);
