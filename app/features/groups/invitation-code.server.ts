import { randomInt } from "node:crypto";
import { hashSecret } from "~/features/accounts/index.server";

/** Letters and digits that nobody confuses when they are read from a card. */
const easy = "CDEFHJKMNPRTVWXY34679";

/** A code to print on a card and to type over: twelve easy characters, such as `K7MP-3WXD-RTHC`. */
export function makeInvitationCode(): string {
  const twelve = Array.from({ length: 12 }, () => easy[randomInt(easy.length)]).join("");
  return twelve.replace(/(.{4})(?=.)/g, "$1-");
}

/** The hash under which a typed or followed code is kept; small letters and missing dashes do not matter on a card. */
export function hashInvitationCode(typed: string): string {
  const bare = typed.toUpperCase().replace(/[\s-]/g, "");
  const isCard = /^[A-Z0-9]{12}$/.test(bare);
  return hashSecret(isCard ? bare.replace(/(.{4})(?=.)/g, "$1-") : typed);
}
