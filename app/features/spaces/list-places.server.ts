import { asc, eq } from "drizzle-orm";
import { municipality, postcode, village } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { Place } from "./place-names";

/** Every municipality and village of the region, each with a postcode where one is known; also postcodes that stand alone. */
export async function listPlaces(ctx: Ctx): Promise<Place[]> {
  const municipalities = await listMunicipalities(ctx);
  const villages = await ctx.db
    .select({ name: village.name, municipality: municipality.name, nis: village.nis, postcode: village.postcode })
    .from(village)
    .innerJoin(municipality, eq(municipality.nis, village.nis))
    .orderBy(asc(village.name), asc(municipality.name));
  const codes = await ctx.db
    .select({ name: municipality.name, municipality: municipality.name, nis: postcode.nis, postcode: postcode.code })
    .from(postcode)
    .innerJoin(municipality, eq(municipality.nis, postcode.nis))
    .orderBy(asc(postcode.code));
  return [...municipalities.map(({ nis, name }) => ({ name, municipality: name, nis, postcode: null })), ...villages, ...codes];
}

export interface MunicipalityView {
  nis: string;
  name: string;
}

export async function listMunicipalities(ctx: Ctx): Promise<MunicipalityView[]> {
  return ctx.db.select({ nis: municipality.nis, name: municipality.name }).from(municipality).orderBy(asc(municipality.name));
}
