import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { municipality, planVersion, postcode, theme, village } from "#db/schema/index";
import type { Region } from "./regions/region";

/** Brings the region's municipalities, themes and plan into the database; what is there already is brought up to date. */
export async function seedReference(db: Db, region: Region): Promise<void> {
  await db
    .insert(municipality)
    .values(region.municipalities.map((one) => ({ nis: one.nis, name: one.name, nameFr: one.nameFr, area: one.area, population: one.population.count })))
    .onConflictDoUpdate({
      target: municipality.nis,
      set: { name: sql`excluded.name`, nameFr: sql`excluded.name_fr`, area: sql`excluded.area`, population: sql`excluded.population` },
    });
  await db
    .insert(postcode)
    .values(region.municipalities.flatMap((one) => one.postcodes.map((code) => ({ code, nis: one.nis }))))
    .onConflictDoNothing();
  await db
    .insert(village)
    .values(region.municipalities.flatMap((one) => one.villages.map((each) => ({ nis: one.nis, name: each.name, postcode: each.postcode }))))
    .onConflictDoUpdate({ target: [village.nis, village.name], set: { postcode: sql`excluded.postcode` } });
  // Themes are an editable list: what an administrator changed stays.
  await db
    .insert(theme)
    .values(
      region.themes.map((one, position) => ({
        key: one.key,
        planName: one.planName,
        name: one.name.nl,
        description: one.description.nl,
        sensitive: one.sensitive,
        accent: one.accent,
        icon: one.icon,
        position,
      })),
    )
    .onConflictDoNothing();
  await db
    .insert(planVersion)
    .values({ number: 1, title: region.plan.title, validFrom: new Date(region.plan.versions[0]!.validFrom), content: region.plan as unknown as Record<string, unknown> })
    .onConflictDoNothing();
}
