import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { person } from "./accounts";
import { createdAt, id, moment } from "./columns";
import { experiment } from "./experiments";
import { group } from "./groups";
import { municipality, space } from "./spaces";

export const activity = pgTable(
  "activity",
  {
    id: id(),
    spaceId: uuid("space_id").notNull().references(() => space.id, { onDelete: "cascade" }),
    groupId: uuid("group_id").notNull().references(() => group.id, { onDelete: "cascade" }),
    experimentId: uuid("experiment_id").references(() => experiment.id, { onDelete: "set null" }),
    title: text("title").notNull(),
    description: text("description").notNull(),
    startsAt: moment("starts_at").notNull(),
    endsAt: moment("ends_at").notNull(),
    place: text("place").notNull(),
    nis: text("nis").references(() => municipality.nis),
    howToGetThere: text("how_to_get_there").notNull().default(""),
    /** Null: no limit. */
    places: integer("places"),
    /** In euro cents; 0 is "gratis". */
    priceCents: integer("price_cents").notNull().default(0),
    contactName: text("contact_name").notNull(),
    contactPhone: text("contact_phone").notNull(),
    state: text("state").$type<"planned" | "cancelled">().notNull().default("planned"),
    moderation: text("moderation").$type<"visible" | "hidden" | "removed">().notNull().default("visible"),
    /** How many people came, with or without an account. */
    headcount: integer("headcount"),
    createdByActor: uuid("created_by_actor").notNull(),
    rev: integer("rev").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [index("activity_space").on(t.spaceId, t.startsAt), index("activity_start").on(t.startsAt)],
);

export const activitySignUp = pgTable(
  "activity_sign_up",
  {
    id: uuid("id").primaryKey(),
    activityId: uuid("activity_id").notNull().references(() => activity.id, { onDelete: "cascade" }),
    personId: uuid("person_id").references(() => person.id, { onDelete: "cascade" }),
    /** Somebody without an account, written down by a facilitator. */
    guestName: text("guest_name"),
    guestPhone: text("guest_phone"),
    state: text("state").$type<"signed_up" | "waiting" | "cancelled">().notNull(),
    attended: boolean("attended"),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("activity_sign_up_once").on(t.activityId, t.personId), index("activity_sign_up_person").on(t.personId)],
);
