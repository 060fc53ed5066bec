import { and, asc, count, eq, exists, inArray, isNull, ne, notExists, or, sql } from "drizzle-orm";
import { municipality, organisation, space, spaceArea, spaceMembership, spaceOrganisation, theme } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { listMunicipalities, listPlaces } from "./list-places.server";
import { findPlace, placeLabel, type FoundPlace } from "./place-names";
import { themeFace } from "./theme-face";

export interface ThemeView extends ReturnType<typeof themeFace> {
  key: string;
  name: string;
  description: string;
  /** Leerplekken that people can join or read. */
  spaces: number;
}

export interface SpaceInShort {
  slug: string;
  name: string;
  summary: string;
  theme: { name: string } & ReturnType<typeof themeFace>;
  status: "draft" | "open" | "paused" | "closed";
  visibility: "public" | "members";
  joining: "open" | "request" | "invitation";
  organisations: string[];
  /** Empty: for the whole region. */
  areas: string[];
  members: number;
}

export interface FoundSpaces {
  themes: ThemeView[];
  theme: ThemeView | null;
  /** What was typed, and what it means. */
  typed: string;
  place: FoundPlace;
  /** Village and municipality names to choose from while typing. */
  suggestions: string[];
  /** Here, or without a place all of them. */
  here: SpaceInShort[];
  /** For other municipalities; only where a place was found. */
  elsewhere: SpaceInShort[];
  closed: SpaceInShort[];
}

/** The themes of the region in their order, each with how many leerplekken it has. */
export async function listThemes(ctx: Ctx): Promise<ThemeView[]> {
  const rows = await ctx.db
    .select({ theme, spaces: count(space.id) })
    .from(theme)
    .leftJoin(space, and(eq(space.themeKey, theme.key), inArray(space.status, ["open", "paused"])))
    .groupBy(theme.key)
    .orderBy(asc(theme.position), asc(theme.name));
  return rows.map((row) => ({ key: row.theme.key, name: row.theme.name, description: row.theme.description, ...themeFace(row.theme), spaces: row.spaces }));
}

/** Leerplekken by theme and by where somebody lives. A place that is not known, or not clear, shows all of them beside the question. */
export async function findSpaces(ctx: Ctx, asked: { theme?: string | null; place?: string | null }): Promise<FoundSpaces> {
  const themes = await listThemes(ctx);
  const chosen = themes.find((one) => one.key === asked.theme) ?? null;
  const places = await listPlaces(ctx);
  const typed = (asked.place ?? "").slice(0, 100);
  const place = findPlace(places, typed);
  const ofTheme = chosen ? eq(space.themeKey, chosen.key) : undefined;
  const running = and(ofTheme, inArray(space.status, ["open", "paused"]));
  const ends = and(ofTheme, eq(space.status, "closed"));
  const found = place.kind === "found" ? place : null;
  return {
    themes,
    theme: chosen,
    typed,
    place,
    suggestions: [...new Set(places.map((one) => placeLabel(one, places)))].sort((a, b) => a.localeCompare(b, "nl")),
    here: await showSpaces(ctx, found ? and(running, isFor(ctx, found.nis)) : running),
    elsewhere: found ? await showSpaces(ctx, and(running, sql`not ${isFor(ctx, found.nis)}`)) : [],
    closed: found ? [] : await showSpaces(ctx, ends),
  };
}

/** For one of these municipalities, or for the whole region. */
function isFor(ctx: Ctx, nis: string[]) {
  const one = { one: sql`1` };
  const areas = ctx.db.select(one).from(spaceArea).where(eq(spaceArea.spaceId, space.id));
  const these = ctx.db
    .select(one)
    .from(spaceArea)
    .where(and(eq(spaceArea.spaceId, space.id), inArray(spaceArea.nis, nis)));
  return sql`(${or(notExists(areas), exists(these))})`;
}

/** Cards of the spaces that a condition picks, open ones first. Never drafts, whatever the condition says, unless `drafts`. */
export async function showSpaces(ctx: Ctx, condition: ReturnType<typeof and>, options: { drafts?: boolean } = {}): Promise<SpaceInShort[]> {
  const rows = await ctx.db
    .select({ space, theme })
    .from(space)
    .innerJoin(theme, eq(theme.key, space.themeKey))
    .where(and(condition, options.drafts ? undefined : ne(space.status, "draft")))
    .orderBy(sql`${space.status} = 'open' desc`, asc(space.name))
    .limit(200);
  const ids = rows.map((row) => row.space.id);
  if (ids.length === 0) return [];
  const partners = await ctx.db
    .select({ spaceId: spaceOrganisation.spaceId, name: organisation.name })
    .from(spaceOrganisation)
    .innerJoin(organisation, eq(organisation.id, spaceOrganisation.organisationId))
    .where(and(inArray(spaceOrganisation.spaceId, ids), eq(spaceOrganisation.state, "accepted")))
    .orderBy(sql`${spaceOrganisation.lead} desc`, asc(organisation.name));
  const areas = await ctx.db
    .select({ spaceId: spaceArea.spaceId, name: municipality.name })
    .from(spaceArea)
    .innerJoin(municipality, eq(municipality.nis, spaceArea.nis))
    .where(inArray(spaceArea.spaceId, ids))
    .orderBy(asc(municipality.name));
  const members = await ctx.db
    .select({ spaceId: spaceMembership.spaceId, n: count() })
    .from(spaceMembership)
    .where(and(inArray(spaceMembership.spaceId, ids), isNull(spaceMembership.leftAt)))
    .groupBy(spaceMembership.spaceId);
  return rows.map(({ space: row, theme: itsTheme }) => ({
    slug: row.slug,
    name: row.name,
    summary: row.summary,
    theme: { name: itsTheme.name, ...themeFace(itsTheme) },
    status: row.status,
    visibility: row.visibility,
    joining: row.joining,
    organisations: partners.filter((one) => one.spaceId === row.id).map((one) => one.name),
    areas: areas.filter((one) => one.spaceId === row.id).map((one) => one.name),
    members: members.find((one) => one.spaceId === row.id)?.n ?? 0,
  }));
}

/** The municipalities that somebody means who types where they live; several when the name is not enough, none when it is unknown. */
export async function findPlaces(ctx: Ctx, typed: string): Promise<{ nis: string; name: string }[]> {
  const places = await listPlaces(ctx);
  const found = findPlace(places, typed);
  if (found.kind === "none") return [];
  const nis = found.kind === "found" ? found.nis : found.choices.flatMap(({ value }) => places.filter((one) => one.name === value || `${one.name} (${one.municipality})` === value).map((one) => one.nis));
  return (await listMunicipalities(ctx)).filter((one) => nis.includes(one.nis));
}
