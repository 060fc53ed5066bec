import type { Verdict } from "~/platform/codes";
import type { Actor } from "~/platform/actor";

export type AgeAnswer = "16_plus" | "13_to_15" | "under_13";

/** Everyone of 13 or older who is not signed in. No date of birth is asked. */
export function mayMakeAccount(actor: Actor, asked: { age: AgeAnswer }): Verdict {
  if (actor.personId !== null) return "already_done";
  return asked.age === "under_13" ? "too_young" : true;
}

/** Who gave the right password of an account in use. */
export function maySignIn(_actor: Actor, account: { passwordStillRight: boolean; disabled: boolean }): Verdict {
  if (!account.passwordStillRight) return "wrong_sign_in";
  return account.disabled ? "account_disabled" : true;
}

/** Everyone, over their own account and devices. */
export function mayChangeOwnAccount(actor: Actor): Verdict {
  return actor.personId !== null ? true : "sign_in";
}

/** What can take an account over, its owner does with the password: an unattended computer is not enough. */
export function mayChangeWithPassword(actor: Actor, account: { passwordStillRight: boolean }): Verdict {
  if (actor.personId === null) return "sign_in";
  return account.passwordStillRight ? true : "wrong_sign_in";
}

/** Everyone may ask for a link by mail, or confirm an address with one; the answer never says whether an account exists. */
export function mayAskForLink(_actor: Actor): Verdict {
  return true;
}

/** Who holds a good code. A code on paper is never for staff: who reads it over their shoulder would hold their rights. */
export function mayResetPassword(_actor: Actor, account: { by: "paper" | "email"; staff: boolean; disabled: boolean }): Verdict {
  if (account.disabled) return "account_disabled";
  return account.by === "paper" && account.staff ? "wrong_code" : true;
}

/** A facilitator or steward of a leerplek gives a paper code to somebody who takes part in it; never to staff, never to themselves. */
export function mayGivePaperCode(actor: Actor, facts: { receiver: string; giverHasRole: boolean; receiverTakesPart: boolean; receiverIsStaff: boolean }): Verdict {
  if (actor.personId === null) return "sign_in";
  if (!facts.giverHasRole || !facts.receiverTakesPart) return "not_found";
  if (actor.personId === facts.receiver) return "not_yourself";
  return facts.receiverIsStaff ? "forbidden" : true;
}

/** The owner, with the password, unless something would be left without anyone to answer for it. */
export function mayEraseAccount(actor: Actor, account: { passwordStillRight: boolean; objection: Exclude<Verdict, true> | null }): Verdict {
  if (actor.personId === null) return "sign_in";
  if (!account.passwordStillRight) return "wrong_sign_in";
  return account.objection ?? true;
}

/** The house itself, while there is no administrator. */
export function mayOfferFirstAdministrator(actor: Actor): Verdict {
  return actor.system ? true : "forbidden";
}

/** Who holds the link from the terminal, while there is no administrator. */
export function mayBecomeFirstAdministrator(actor: Actor, installation: { hasAdministrator: boolean }): Verdict {
  if (actor.personId !== null) return "already_done";
  return installation.hasAdministrator ? "already_done" : true;
}
