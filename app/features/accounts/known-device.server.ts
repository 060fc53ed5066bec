import { createHmac, timingSafeEqual } from "node:crypto";
import type { Ctx } from "~/platform/ctx.server";
import { deviceCookies } from "./cookies.server";
import { makeKey } from "./secrets.server";
import type { Device } from "./session-lifetime";

/**
 * Proof, kept in a cookie, that this device signed in to this account before. Made from the account's password hash, so
 * that a new password ends it and the server keeps no list of devices. It only exempts from the limit that strangers can
 * use up; the right password is asked all the same.
 */
export function deviceProof(passwordHash: string, device: string): string {
  return createHmac("sha256", passwordHash).update(`known-device|${device}`).digest("base64url");
}

/** Whether one of the proofs in the cookie is for this account on this device. */
export function isKnownDevice(passwordHash: string, device: string | null, proofs: string[]): boolean {
  if (!device) return false;
  const expected = Buffer.from(deviceProof(passwordHash, device));
  return proofs.some((proof) => {
    const given = Buffer.from(proof);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

/** Set-Cookies with which a device of somebody's own is known next time; none on a shared computer. */
export function rememberDevice(ctx: Pick<Ctx, "house" | "device">, given: { device: Device; deviceProofs: string[]; passwordHash: string }): string[] {
  if (given.device === "shared") return [];
  const key = ctx.device ?? makeKey();
  const proof = deviceProof(given.passwordHash, key);
  return deviceCookies(ctx.house, key, [proof, ...given.deviceProofs.filter((other) => other !== proof)]);
}
