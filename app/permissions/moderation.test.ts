import { describe, expect, test } from "vitest";
import { anonymous, theHouse, type Actor } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { mayAskSecondLook, mayClaimCase, mayDecideCase, mayDecideSecondLook, mayLookIntoGroup, mayReport, maySeeCase, maySeeDesk, mayTakeBack, type CaseRelation, type DecisionRelation } from "./moderation";
import type { SpaceRelation } from "./relations";

const somebody: Actor = { ...anonymous, personId: "p", actorId: "a" };
const now = new Date("2025-11-20T10:00:00Z");
const open: CaseRelation = { state: "open", moderates: true, involved: false, decidedFirst: false };
const decided: DecisionRelation = { concerned: true, decidedByActor: true, measure: "hide", decidedAt: now, takenBack: false, askedAgain: false, superseded: false };
const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

test("everyone reports, but not their own, and not the house itself", () => {
  expect(mayReport(anonymous, { own: false })).toBe(true);
  expect(mayReport(somebody, { own: true })).toBe("not_yourself");
  expect(mayReport(theHouse, { own: false })).toBe("forbidden");
});

test("the desk is for its moderators, deputies and the duty desk", () => {
  const space = { roles: ["facilitator", "space_steward"], suspended: false } as unknown as SpaceRelation;
  expect(maySeeDesk(anonymous, space)).toBe("sign_in");
  expect(maySeeDesk(somebody, space)).toBe("not_found");
  expect(maySeeDesk(somebody, { ...space, roles: ["deputy_moderator"] })).toBe(true);
  expect(maySeeDesk(somebody, { ...space, roles: ["moderator"], suspended: true })).toBe("not_found");
  expect(maySeeDesk({ ...somebody, roles: ["duty_desk"] }, space)).toBe(true);
  expect(maySeeDesk({ ...somebody, roles: ["administrator"] }, space)).toBe("not_found");
});

describe.each([
  ["seeing", maySeeCase],
  ["claiming", mayClaimCase],
  ["deciding", mayDecideCase],
  ["a second look", mayDecideSecondLook],
  ["looking in", (actor: Actor, one: CaseRelation) => mayLookIntoGroup(actor, one, true)],
])("%s", (_name, rule) => {
  test("is for who moderates and is not involved", () => {
    expect(rule(anonymous, open)).toBe("sign_in");
    expect(rule(somebody, { ...open, moderates: false })).toBe("not_found");
    expect(rule(somebody, { ...open, moderates: false, involved: true })).toBe("not_found");
    expect(rule(somebody, { ...open, involved: true })).toBe("not_own_case");
  });
});

test("what is decided is not decided again; a second look is for somebody else", () => {
  for (const state of ["decided", "closed", "appealed"] as const) expect(mayDecideCase(somebody, { ...open, state })).toBe("already_decided");
  for (const state of ["decided", "closed", "open"] as const) expect(mayDecideSecondLook(somebody, { ...open, state })).toBe("already_decided");
  expect(mayDecideSecondLook(somebody, { ...open, state: "appealed" })).toBe(true);
  expect(mayDecideSecondLook(somebody, { ...open, state: "appealed", decidedFirst: true })).toBe("other_decider");
  expect(mayClaimCase(somebody, { ...open, state: "appealed", decidedFirst: true })).toBe("other_decider");
  expect(mayClaimCase(somebody, { ...open, state: "closed" })).toBe("already_decided");
  expect(mayLookIntoGroup(somebody, open, false)).toBe("not_found");
  expect(mayLookIntoGroup(somebody, { ...open, state: "decided" }, true)).toBe("already_decided");
});

test("taking back: who decided, ten minutes, while nothing was built upon it", () => {
  const one = { ...open, state: "decided" as const };
  expect(mayTakeBack(somebody, one, decided, after(limits.decisionTakeBack))).toBe(true);
  expect(mayTakeBack(somebody, one, decided, after(limits.decisionTakeBack + 1))).toBe("closed");
  expect(mayTakeBack(somebody, one, { ...decided, decidedByActor: false }, now)).toBe("forbidden");
  expect(mayTakeBack(somebody, one, { ...decided, takenBack: true }, now)).toBe("already_done");
  expect(mayTakeBack(somebody, one, { ...decided, askedAgain: true }, now)).toBe("already_decided");
  expect(mayTakeBack(somebody, one, { ...decided, superseded: true }, now)).toBe("already_decided");
  expect(mayTakeBack(somebody, { ...one, moderates: false }, decided, now)).toBe("not_found");
});

test("asking again: whom a measure is about, once, six months", () => {
  expect(mayAskSecondLook(somebody, decided, after(limits.appealTerm))).toBe(true);
  expect(mayAskSecondLook(somebody, decided, after(limits.appealTerm + 1))).toBe("closed");
  expect(mayAskSecondLook(anonymous, decided, now)).toBe("sign_in");
  expect(mayAskSecondLook(somebody, { ...decided, concerned: false }, now)).toBe("not_found");
  expect(mayAskSecondLook(somebody, { ...decided, measure: "none" }, now)).toBe("not_found");
  expect(mayAskSecondLook(somebody, { ...decided, askedAgain: true }, now)).toBe("already_done");
  expect(mayAskSecondLook(somebody, { ...decided, takenBack: true }, now)).toBe("already_done");
});
