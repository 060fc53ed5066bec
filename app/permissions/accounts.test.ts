import { expect, it } from "vitest";
import { anonymous, theHouse, type Actor } from "~/platform/actor";
import {
  mayAskForLink,
  mayBecomeFirstAdministrator,
  mayChangeOwnAccount,
  mayChangeWithPassword,
  mayEraseAccount,
  mayGivePaperCode,
  mayMakeAccount,
  mayOfferFirstAdministrator,
  mayResetPassword,
  maySignIn,
} from "./accounts";

const someone: Actor = { ...anonymous, personId: "p1", actorId: "a1", ageGroup: "16_plus" };
const administrator: Actor = { ...someone, roles: ["administrator"] };

it("lets anyone of 13 or older make one account", () => {
  expect(mayMakeAccount(anonymous, { age: "16_plus" })).toBe(true);
  expect(mayMakeAccount(anonymous, { age: "13_to_15" })).toBe(true);
  expect(mayMakeAccount(anonymous, { age: "under_13" })).toBe("too_young");
  expect(mayMakeAccount(someone, { age: "16_plus" })).toBe("already_done");
});

it("names an account out of use only after the right password", () => {
  expect(maySignIn(anonymous, { passwordStillRight: true, disabled: false })).toBe(true);
  expect(maySignIn(anonymous, { passwordStillRight: true, disabled: true })).toBe("account_disabled");
  expect(maySignIn(anonymous, { passwordStillRight: false, disabled: true })).toBe("wrong_sign_in");
});

it("asks for the password where an account could be taken over or lost", () => {
  for (const rule of [mayChangeWithPassword, (actor: Actor, account: { passwordStillRight: boolean }) => mayEraseAccount(actor, { ...account, objection: null })]) {
    expect(rule(someone, { passwordStillRight: true })).toBe(true);
    expect(rule(someone, { passwordStillRight: false })).toBe("wrong_sign_in");
    expect(rule(anonymous, { passwordStillRight: true })).toBe("sign_in");
  }
  expect(mayEraseAccount(someone, { passwordStillRight: true, objection: "last_steward" })).toBe("last_steward");
  expect(mayChangeOwnAccount(anonymous)).toBe("sign_in");
  expect(mayChangeOwnAccount(someone)).toBe(true);
});

it("gives a paper code to a participant, never to staff, to oneself or to a stranger, whoever asks", () => {
  const good = { receiver: "p2", giverHasRole: true, receiverTakesPart: true, receiverIsStaff: false };
  expect(mayGivePaperCode(someone, good)).toBe(true);
  expect(mayGivePaperCode(administrator, { ...good, giverHasRole: false })).toBe("not_found");
  expect(mayGivePaperCode(someone, { ...good, receiverTakesPart: false })).toBe("not_found");
  expect(mayGivePaperCode(someone, { ...good, receiver: "p1" })).toBe("not_yourself");
  expect(mayGivePaperCode(someone, { ...good, receiverIsStaff: true })).toBe("forbidden");
  expect(mayGivePaperCode(anonymous, good)).toBe("sign_in");
});

it("takes a paper code from residents and a mail from everyone in use", () => {
  const account = { by: "paper" as const, staff: false, disabled: false };
  expect(mayResetPassword(anonymous, account)).toBe(true);
  expect(mayResetPassword(anonymous, { ...account, staff: true })).toBe("wrong_code");
  expect(mayResetPassword(anonymous, { ...account, by: "email", staff: true })).toBe(true);
  expect(mayResetPassword(anonymous, { ...account, disabled: true })).toBe("account_disabled");
  expect(mayAskForLink(anonymous)).toBe(true);
});

it("makes a first administrator by the house's own link, once", () => {
  expect(mayOfferFirstAdministrator(theHouse)).toBe(true);
  expect(mayOfferFirstAdministrator(administrator)).toBe("forbidden");
  expect(mayBecomeFirstAdministrator(anonymous, { hasAdministrator: false })).toBe(true);
  expect(mayBecomeFirstAdministrator(anonymous, { hasAdministrator: true })).toBe("already_done");
  expect(mayBecomeFirstAdministrator(someone, { hasAdministrator: false })).toBe("already_done");
});
