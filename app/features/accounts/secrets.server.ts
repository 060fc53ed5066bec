import { createHash, randomBytes, randomInt } from "node:crypto";

/** SHA-256 in hexadecimal: what is kept of secrets long enough that nobody can try them all. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** A secret of 256 bits for a link, 43 characters that need no escaping in an address. */
export function makeLinkSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** A random key of 40 characters `a-z0-9`, 200 bits. */
export function makeKey(): string {
  return Array.from(randomBytes(40), (byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte % 32]).join("");
}

/** Letters and digits that nobody confuses, written by hand or said over the phone: no O and 0, I and 1, B and 8, S and 5, U and V. */
const easy = "CDEFHJKMNPRTVWXY34679";

/** A code of eight easy characters, such as `K7MP-3WXD`. */
export function makePaperCode(): string {
  const eight = Array.from({ length: 8 }, () => easy[randomInt(easy.length)]).join("");
  return `${eight.slice(0, 4)}-${eight.slice(4)}`;
}

/** A typed paper code without spaces, dashes and small letters; null when it cannot be one. */
export function readPaperCode(typed: string): string | null {
  const bare = typed.toUpperCase().replace(/[\s-]/g, "");
  return /^[A-Z0-9]{8}$/.test(bare) ? `${bare.slice(0, 4)}-${bare.slice(4)}` : null;
}
