import { randomUUID } from "node:crypto";
import type { Db } from "../client.server";
import { space, spaceArea, spaceMembership, spaceOrganisation, spaceRole, theme } from "../schema/index";
import { makeOrganisation } from "./make-organisation";

export type MadeSpace = typeof space.$inferSelect & { organisationId: string };

/** A theme; given twice it is there once. */
export async function makeTheme(db: Db, given: Partial<typeof theme.$inferInsert> = {}): Promise<string> {
  const key = given.key ?? "mobility";
  await db
    .insert(theme)
    .values({ planName: "Mobiliteit", name: "Op weg", description: "Vlot ergens geraken.", accent: "teal", icon: "bus", ...given, key })
    .onConflictDoNothing();
  return key;
}

type SpaceGiven = Partial<typeof space.$inferInsert> & {
  /** Who runs it; the first leads. Without any, one organisation is made. */
  organisationIds?: string[];
  /** Municipalities (NIS codes) that it is for. */
  areas?: string[];
};

/** A leerplek, open and public unless said otherwise, with its theme and the organisations that run it. */
export async function makeSpace(db: Db, given: SpaceGiven = {}): Promise<MadeSpace> {
  const { organisationIds: named, areas = [], ...row } = given;
  const themeKey = row.themeKey ?? (await makeTheme(db));
  const organisationIds = named ?? [(await makeOrganisation(db)).id];
  const id = row.id ?? randomUUID();
  const [made] = await db
    .insert(space)
    .values({
      slug: `leerplek-${id.slice(0, 8)}`,
      name: "Samen op weg",
      summary: "We leren van elkaar hoe je vlot ergens geraakt.",
      status: "open",
      visibility: "public",
      joining: "open",
      houseRules: ["We blijven vriendelijk."],
      contactName: "Marie Voorbeeld",
      contactPhone: "050 00 00 00",
      contactEmail: "contact@example.org",
      openedAt: new Date(),
      ...row,
      id,
      themeKey,
    })
    .returning();
  await db
    .insert(spaceOrganisation)
    .values(organisationIds.map((organisationId, index) => ({ spaceId: id, organisationId, state: "accepted" as const, lead: index === 0, answeredAt: new Date() })));
  if (areas.length > 0) await db.insert(spaceArea).values(areas.map((nis) => ({ spaceId: id, nis })));
  return { ...made!, organisationId: organisationIds[0]! };
}

/** Gives a person a shown name in a space. */
export async function makeSpaceMembership(
  db: Db,
  given: Partial<typeof spaceMembership.$inferInsert> & { spaceId: string; personId: string },
): Promise<typeof spaceMembership.$inferSelect> {
  const [made] = await db.insert(spaceMembership).values({ shownName: "Noor", admittedHow: "open", ...given }).returning();
  return made!;
}

/** Gives a person a role in a space, for an organisation that runs it, with the membership that every role comes with. */
export async function makeSpaceRole(
  db: Db,
  given: Partial<typeof spaceRole.$inferInsert> & { spaceId: string; personId: string; organisationId: string; shownName?: string },
): Promise<typeof spaceRole.$inferSelect> {
  const { shownName = "Marie", ...row } = given;
  await db
    .insert(spaceMembership)
    .values({ spaceId: row.spaceId, personId: row.personId, shownName, admittedHow: "appointed", audience: "lokaal_bestuur" })
    .onConflictDoNothing();
  const [made] = await db.insert(spaceRole).values({ role: "facilitator", function: "buurtwerker", ...row }).returning();
  return made!;
}
