import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment } from "./columns";

export const person = pgTable("person", {
  id: id(),
  /** Made by the server, unique, never shown to others. */
  signInName: text("sign_in_name").notNull().unique(),
  passwordHash: text("password_hash").notNull(),
  /** Suggested shown name in a next leerplek; the shown name itself belongs to the membership. */
  name: text("name").notNull(),
  email: text("email").unique(),
  emailConfirmedAt: moment("email_confirmed_at"),
  mailLanguage: text("mail_language").$type<"nl" | "fr" | "en">().notNull().default("nl"),
  /** 13 to 15 is never asked for studies and never exported. No date of birth is kept. */
  ageGroup: text("age_group").$type<"16_plus" | "13_to_15">().notNull(),
  /** "Toon dat ik hier ben" and "Toon dat ik aan het schrijven ben": to other members, while it is so, and never stored. */
  showsPresence: boolean("shows_presence").notNull().default(true),
  showsTyping: boolean("shows_typing").notNull().default(false),
  disabledAt: moment("disabled_at"),
  isExample: boolean("is_example").notNull().default(false),
  createdAt: createdAt(),
});

/** The one table that ties facts, messages and document updates to a person; erasure deletes the row. */
export const actor = pgTable("actor", {
  id: id(),
  personId: uuid("person_id").notNull().unique().references(() => person.id, { onDelete: "cascade" }),
});

/** Roles over the whole installation. */
export const installationRole = pgTable(
  "installation_role",
  {
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    role: text("role").$type<"administrator" | "coordinator" | "data_steward" | "duty_desk">().notNull(),
    until: moment("until"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.role] })],
);

/** `id` is the SHA-256 of the cookie's value: a stolen row opens nothing. */
export const session = pgTable(
  "session",
  {
    id: text("id").primaryKey(),
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    device: text("device").$type<"own" | "shared">().notNull(),
    /** A coarse name for "Mijn toestellen", such as "Firefox op Windows". */
    label: text("label").notNull(),
    createdAt: createdAt(),
    activeAt: moment("active_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    absoluteExpiresAt: moment("absolute_expires_at").notNull(),
  },
  (t) => [index("session_person").on(t.personId)],
);

/** One-time secrets: paper codes, e-mail links, the first administrator's link. Only a hash is kept. */
export const oneTimeCode = pgTable(
  "one_time_code",
  {
    id: id(),
    personId: uuid("person_id").references(() => person.id, { onDelete: "cascade" }),
    purpose: text("purpose").$type<"paper_reset" | "email_reset" | "email_confirm" | "first_administrator">().notNull(),
    codeHash: text("code_hash").notNull().unique(),
    /** The address that is being confirmed. */
    email: text("email"),
    issuedByActor: uuid("issued_by_actor"),
    tries: integer("tries").notNull().default(0),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
    createdAt: createdAt(),
  },
  (t) => [index("one_time_code_person").on(t.personId)],
);

/** What somebody was writing when the session ended; kept 24 hours. */
export const draft = pgTable(
  "draft",
  {
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    place: text("place").notNull(),
    text: text("text").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.place] })],
);
