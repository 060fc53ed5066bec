import type { Region } from "./region";

/** The regions that this copy of the product carries. Adding one is adding a folder and a line here. */
const regions: Record<string, () => Promise<Region>> = {
  westhoek: async () => (await import("./westhoek/index")).westhoek,
  proefstreek: async () => (await import("./proefstreek/index")).proefstreek,
};

export const regionIds = Object.keys(regions);

/** The region with this id; throws a sentence that names the possible ones. */
export async function loadRegion(id: string): Promise<Region> {
  const load = Object.hasOwn(regions, id) ? regions[id] : undefined;
  if (!load) throw new Error(`There is no region "${id}". Choose one of: ${regionIds.join(", ")}.`);
  return load();
}
