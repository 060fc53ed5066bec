import type { House } from "~/platform/ctx.server";

/** How to sign in as somebody of the demonstration, to print at the start. */
export interface TryOut {
  signInName: string;
  password: string;
  /** What you see when you look through their eyes, in Dutch. */
  what: string;
}

/** Loads the region's demonstration into an empty database; does nothing when it is there. Returns how to sign in. */
export async function seedDemonstration(house: House): Promise<TryOut[]> {
  const { people } = await house.region.demonstration();
  return people.flatMap((one) => (one.tryOut ? [{ signInName: one.key, password: "", what: one.tryOut }] : []));
}
