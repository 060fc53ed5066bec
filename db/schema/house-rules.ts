import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { person } from "./accounts";
import { createdAt, id, moment } from "./columns";

/** What a decision takes from a person for a while: writing (mute) or taking part (suspension). */
export const standing = pgTable(
  "standing",
  {
    id: id(),
    personId: uuid("person_id").notNull().references(() => person.id, { onDelete: "cascade" }),
    kind: text("kind").$type<"mute" | "suspension">().notNull(),
    scopeKind: text("scope_kind").$type<"group" | "space" | "installation">().notNull(),
    scopeId: uuid("scope_id"),
    caseId: uuid("case_id"),
    until: moment("until"),
    liftedAt: moment("lifted_at"),
    createdAt: createdAt(),
  },
  (t) => [index("standing_person").on(t.personId)],
);
