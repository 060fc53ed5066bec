import type { House } from "~/platform/ctx.server";
import { blankCookies, cookiesAreSecure } from "./cookies.server";
import type { Device } from "./session-lifetime";

/**
 * Headers of the answer after signing out, so that the next person at a shared computer finds nothing: not in the
 * browser's history of pages, not in what scripts kept. Browsers heed Clear-Site-Data on https and on this very machine only.
 */
export function headersAfterSignOut(house: Pick<House, "publicUrl">, device: Device): Record<string, string> {
  const heeded = cookiesAreSecure(house) || ["localhost", "127.0.0.1", "[::1]"].includes(new URL(house.publicUrl).hostname);
  return { "Cache-Control": "no-store", ...(device === "shared" && heeded ? { "Clear-Site-Data": '"cache", "cookies", "storage"' } : {}) };
}

/** Set-Cookies for somebody whose session had already ended: as on a shared computer, since nobody knows any more. */
export function cookiesAfterLostSession(house: Pick<House, "publicUrl">): string[] {
  return blankCookies(house, "shared");
}
