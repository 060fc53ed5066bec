import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { person } from "./accounts";
import { createdAt, id, moment } from "./columns";

export const theme = pgTable("theme", {
  key: text("key").primaryKey(),
  planName: text("plan_name").notNull(),
  name: text("name").notNull(),
  description: text("description").notNull(),
  sensitive: boolean("sensitive").notNull().default(false),
  accent: text("accent").notNull(),
  icon: text("icon").notNull(),
  position: integer("position").notNull().default(0),
});

export const municipality = pgTable("municipality", {
  nis: text("nis").primaryKey(),
  name: text("name").notNull(),
  nameFr: text("name_fr").notNull(),
  area: text("area").notNull(),
  population: integer("population").notNull(),
});

export const village = pgTable(
  "village",
  {
    id: id(),
    nis: text("nis").notNull().references(() => municipality.nis, { onDelete: "cascade" }),
    name: text("name").notNull(),
    postcode: text("postcode"),
  },
  (t) => [uniqueIndex("village_nis_name").on(t.nis, t.name), index("village_postcode").on(t.postcode)],
);

export const postcode = pgTable(
  "postcode",
  {
    code: text("code").notNull(),
    nis: text("nis").notNull().references(() => municipality.nis, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.code, t.nis] })],
);

export const organisation = pgTable("organisation", {
  id: id(),
  name: text("name").notNull(),
  kind: text("kind").$type<"municipality" | "ocmw" | "association" | "school" | "employer" | "province" | "other">().notNull(),
  nis: text("nis").references(() => municipality.nis),
  phone: text("phone"),
  email: text("email"),
  website: text("website"),
  isExample: boolean("is_example").notNull().default(false),
  createdAt: createdAt(),
});

/** Who may accept, object and leave in an organisation's name. */
export const organisationSteward = pgTable(
  "organisation_steward",
  {
    organisationId: uuid("organisation_id").notNull().references(() => organisation.id, { onDelete: "cascade" }),
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.personId] })],
);

export const space = pgTable(
  "space",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    summary: text("summary").notNull(),
    themeKey: text("theme_key").notNull().references(() => theme.key),
    status: text("status").$type<"draft" | "open" | "paused" | "closed">().notNull().default("draft"),
    visibility: text("visibility").$type<"public" | "members">().notNull(),
    joining: text("joining").$type<"open" | "request" | "invitation">().notNull(),
    houseRules: jsonb("house_rules").$type<string[]>().notNull(),
    languages: jsonb("languages").$type<("nl" | "fr" | "en")[]>().notNull().default(["nl"]),
    contactName: text("contact_name").notNull().default(""),
    contactPhone: text("contact_phone").notNull().default(""),
    contactEmail: text("contact_email").notNull().default(""),
    dataProtectionContact: text("data_protection_contact").notNull().default(""),
    rev: integer("rev").notNull().default(1),
    openedAt: moment("opened_at"),
    closedAt: moment("closed_at"),
    isExample: boolean("is_example").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [index("space_theme").on(t.themeKey)],
);

export const spaceOrganisation = pgTable(
  "space_organisation",
  {
    spaceId: uuid("space_id").notNull().references(() => space.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id").notNull().references(() => organisation.id),
    state: text("state").$type<"invited" | "accepted" | "declined" | "left">().notNull(),
    lead: boolean("lead").notNull().default(false),
    invitedAt: moment("invited_at").notNull().defaultNow(),
    answeredAt: moment("answered_at"),
    leftAt: moment("left_at"),
  },
  (t) => [primaryKey({ columns: [t.spaceId, t.organisationId] })],
);

/** The municipalities that a space is for; people find it by village or postcode. */
export const spaceArea = pgTable(
  "space_area",
  {
    spaceId: uuid("space_id").notNull().references(() => space.id, { onDelete: "cascade" }),
    nis: text("nis").notNull().references(() => municipality.nis),
  },
  (t) => [primaryKey({ columns: [t.spaceId, t.nis] })],
);

/** What others see of a person in one space. Its id is the public identity: it links nothing across spaces. */
export const spaceMembership = pgTable(
  "space_membership",
  {
    id: id(),
    spaceId: uuid("space_id").notNull().references(() => space.id, { onDelete: "cascade" }),
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    shownName: text("shown_name").notNull(),
    /** Whether readers without an account see the shown name instead of "een deelnemer". */
    nameForEveryone: boolean("name_for_everyone").notNull().default(false),
    audience: text("audience").$type<"burger" | "bedrijf" | "intermediair" | "lokaal_bestuur">().notNull().default("burger"),
    admittedHow: text("admitted_how").$type<"open" | "approved" | "invited" | "card" | "appointed">().notNull(),
    admittedByActor: uuid("admitted_by_actor"),
    rev: integer("rev").notNull().default(1),
    joinedAt: moment("joined_at").notNull().defaultNow(),
    leftAt: moment("left_at"),
    leftBecause: text("left_because").$type<"left" | "removed">(),
    /** What the person reads when somebody else took them out. */
    leftReason: text("left_reason"),
  },
  (t) => [uniqueIndex("space_membership_once").on(t.spaceId, t.personId), index("space_membership_person").on(t.personId)],
);

export const spaceRole = pgTable(
  "space_role",
  {
    id: id(),
    spaceId: uuid("space_id").notNull().references(() => space.id, { onDelete: "cascade" }),
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    role: text("role").$type<"space_steward" | "facilitator" | "moderator" | "deputy_moderator" | "helper">().notNull(),
    organisationId: uuid("organisation_id").notNull().references(() => organisation.id),
    /** How the person signs as staff, e.g. "buurtwerker". */
    function: text("function").notNull().default(""),
    until: moment("until"),
    endedAt: moment("ended_at"),
    appointedByActor: uuid("appointed_by_actor"),
    createdAt: createdAt(),
  },
  (t) => [index("space_role_space").on(t.spaceId), index("space_role_person").on(t.personId)],
);

/** Invitations to take a role: nobody gets one unasked. */
export const spaceInvitation = pgTable("space_invitation", {
  id: id(),
  spaceId: uuid("space_id").notNull().references(() => space.id, { onDelete: "cascade" }),
  groupId: uuid("group_id"),
  role: text("role").$type<"space_steward" | "facilitator" | "moderator" | "deputy_moderator" | "helper" | "member">().notNull(),
  organisationId: uuid("organisation_id").references(() => organisation.id),
  /** How the person will sign as staff. */
  function: text("function").notNull().default(""),
  /** A card is what a helper hands out at a table; a link is sent. */
  how: text("how").$type<"invited" | "card">().notNull().default("invited"),
  codeHash: text("code_hash").notNull().unique(),
  until: moment("until"),
  expiresAt: moment("expires_at").notNull(),
  usedAt: moment("used_at"),
  createdByActor: uuid("created_by_actor"),
  createdAt: createdAt(),
});

/** A link between two things of different features, such as a bundle of questions and the activity it led to. */
export const link = pgTable(
  "link",
  {
    id: id(),
    spaceId: uuid("space_id").notNull().references(() => space.id, { onDelete: "cascade" }),
    fromKind: text("from_kind").notNull(),
    fromId: uuid("from_id").notNull(),
    toKind: text("to_kind").notNull(),
    toId: uuid("to_id").notNull(),
    relation: text("relation").notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("link_once").on(t.fromId, t.toId, t.relation), index("link_to").on(t.toId)],
);
