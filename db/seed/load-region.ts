import type { Region } from "./regions/region";

/**
 * The data of one region, by the name of its folder.
 * @throws RegionError when there is no such folder.
 */
export async function loadRegion(id: string): Promise<Region> {
  try {
    const module = (await import(`./regions/${id}/index.ts`)) as { region: Region };
    return module.region;
  } catch (cause) {
    throw new RegionError(`There is no region "${id}". Set REGION to the name of a folder in db/seed/regions.`, { cause });
  }
}

export class RegionError extends Error {}
