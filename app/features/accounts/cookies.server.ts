import { Cookie } from "lucia";
import { calmCookie } from "~/platform/calm-mode";
import type { House } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import type { Device } from "./session-lifetime";

/** Values we hand out; anything else in these cookies is not ours and never reaches Lucia, which throws on malformed ones. */
const secretForm = /^[a-z0-9]{40}$/;
const knownForm = /^[\w-]{43}(\.[\w-]{43}){0,4}$/;

/** How many accounts one device of somebody's own is remembered for. */
const knownAtMost = 5;
/** The longest a browser keeps a cookie. */
const deviceKept = 400 * 86_400;

export interface CookieNames {
  session: string;
  /** A random key of a device that somebody called their own; no shared computer and no reader without an account has one. */
  device: string;
  /** Proofs that this device signed in to an account before; see `known-device.server.ts`. */
  known: string;
}

/** Whether cookies may carry `__Host-` and Secure: only where people use https. On plain http browsers would drop them. */
export function cookiesAreSecure(house: Pick<House, "publicUrl">): boolean {
  return house.publicUrl.startsWith("https://");
}

/** Names of our cookies at this installation's address. */
export function cookieNames(house: Pick<House, "publicUrl">): CookieNames {
  const prefix = cookiesAreSecure(house) ? "__Host-" : "";
  return { session: `${prefix}leerhoek_session`, device: `${prefix}leerhoek_device`, known: `${prefix}leerhoek_known` };
}

/** What our cookies say; null for everything that is absent or does not have our form. Never throws, whatever is sent. */
export function readCookies(house: Pick<House, "publicUrl">, header: string | null): { session: string | null; device: string | null; known: string[] } {
  const names = cookieNames(house);
  const read = (name: string, form: RegExp): string | null => {
    for (const pair of (header ?? "").slice(0, 16_384).split(";")) {
      const at = pair.indexOf("=");
      if (at < 0 || pair.slice(0, at).trim() !== name) continue;
      const value = pair.slice(at + 1).trim();
      if (form.test(value)) return value;
    }
    return null;
  };
  return { session: read(names.session, secretForm), device: read(names.device, secretForm), known: read(names.known, knownForm)?.split(".") ?? [] };
}

function serialize(house: Pick<House, "publicUrl">, name: string, value: string, maxAge?: number): string {
  return new Cookie(name, value, { httpOnly: true, sameSite: "lax", path: "/", secure: cookiesAreSecure(house), ...(maxAge === undefined ? {} : { maxAge }) }).serialize();
}

/** Set-Cookie of a session. On a shared computer it goes when the browser closes. */
export function sessionCookie(house: Pick<House, "publicUrl">, id: string, device: Device): string {
  return serialize(house, cookieNames(house).session, id, device === "own" ? limits.ownDevice.absolute : undefined);
}

/** Set-Cookies that remember one's own device, the newest account first. */
export function deviceCookies(house: Pick<House, "publicUrl">, device: string, known: string[]): string[] {
  const names = cookieNames(house);
  return [serialize(house, names.device, device, deviceKept), serialize(house, names.known, known.slice(0, knownAtMost).join("."), deviceKept)];
}

/** Set-Cookies that take away the session and, on a shared computer, everything else of ours. */
export function blankCookies(house: Pick<House, "publicUrl">, device: Device): string[] {
  const names = cookieNames(house);
  const gone = device === "shared" ? [names.session, names.device, names.known] : [names.session];
  const secure = cookiesAreSecure(house);
  return [...gone.map((name) => serialize(house, name, "", 0)), ...(device === "shared" ? [calmCookie(false, { secure, kept: false })] : [])];
}
