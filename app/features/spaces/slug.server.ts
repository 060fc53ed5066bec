import { eq } from "drizzle-orm";
import { space } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";

/** Addresses below `/leerplekken/` that are pages of their own. */
const taken = new Set(["nieuw"]);

/** A name as a part of an address: small letters, digits and dashes. */
export function slugOf(name: string): string {
  const bare = name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 50)
    .replace(/^-+|-+$/g, "");
  return bare || "leerplek";
}

/** The address of a new space; when the plain one is taken, a few characters of its id are added. */
export async function freeSlug(ctx: Ctx, name: string, id: string): Promise<string> {
  const slug = slugOf(name);
  if (taken.has(slug)) return `${slug}-${id.slice(0, 4)}`;
  const [other] = await ctx.db.select({ id: space.id }).from(space).where(eq(space.slug, slug));
  return other ? `${slug}-${id.slice(0, 8)}` : slug;
}
