import { describe, expect, it } from "vitest";
import { anonymous, type Actor } from "~/platform/actor";
import * as rules from "./discussions";
import type { DiscussionRelation } from "./discussions";
import type { GroupRelation, SpaceRelation, SpaceRole } from "./relations";

const somebody: Actor = { ...anonymous, personId: "p", actorId: "a", ageGroup: "16_plus" };
const space = (given: Partial<SpaceRelation> = {}): SpaceRelation => ({ status: "open", visibility: "public", joining: "open", member: true, roles: [], organisationSteward: false, suspended: false, muted: false, ...given });
const group = (given: Partial<GroupRelation> = {}): GroupRelation => ({ space: space(), visibility: "public", joining: "open", archived: false, member: true, mayWrite: true, suspended: false, muted: false, ...given });
const talk = (given: Partial<DiscussionRelation> = {}): DiscussionRelation => ({ group: group(), kind: "conversation", state: "open", moderation: "visible", questionState: null, mine: false, ...given });
const question = (given: Partial<DiscussionRelation> = {}) => talk({ kind: "question", questionState: "asked", ...given });
const as = (...roles: SpaceRole[]) => group({ member: false, mayWrite: false, space: space({ roles }) });

describe("talking", () => {
  it("is for members who may write, while the conversation is open", () => {
    expect(rules.mayPost(somebody, talk())).toBe(true);
    expect(rules.mayPost(anonymous, talk())).toBe("sign_in");
    expect(rules.mayPost(somebody, talk({ group: group({ member: false }) }))).toBe("join_group");
    expect(rules.mayPost(somebody, talk({ group: group({ mayWrite: false }) }))).toBe("forbidden");
    expect(rules.mayPost(somebody, talk({ group: group({ muted: true }) }))).toBe("muted");
    expect(rules.mayPost(somebody, talk({ state: "closed" }))).toBe("closed");
    expect(rules.mayPost(somebody, talk({ state: "locked", group: as("space_steward") }))).toBe("closed");
    expect(rules.mayPost(somebody, talk({ moderation: "hidden" }))).toBe("not_found");
  });
  it("begins with everyone who writes; an announcement with those who run things", () => {
    expect(rules.mayStartDiscussion(somebody, group(), "conversation")).toBe(true);
    expect(rules.mayStartDiscussion(somebody, group(), "announcement")).toBe("forbidden");
    expect(rules.mayStartDiscussion(somebody, as("facilitator"), "announcement")).toBe(true);
    expect(rules.mayStartDiscussion(anonymous, group(), "question")).toBe("sign_in");
  });
  it("lets only the author change a message, and take it back also when muted or closed", () => {
    const mine = { mine: true, state: "visible" as const };
    expect(rules.mayEditMessage(somebody, talk(), mine)).toBe(true);
    expect(rules.mayEditMessage(somebody, talk({ group: as("space_steward") }), { ...mine, mine: false })).toBe("forbidden");
    expect(rules.mayEditMessage(somebody, talk(), { ...mine, state: "hidden" })).toBe("closed");
    const stopped = talk({ state: "closed", group: group({ muted: true, archived: true, space: space({ status: "paused" }) }) });
    expect(rules.mayRemoveMessage(somebody, stopped, mine)).toBe(true);
    expect(rules.mayRemoveMessage(somebody, stopped, { ...mine, mine: false })).toBe("forbidden");
    expect(rules.mayRemoveMessage(anonymous, stopped, mine)).toBe("sign_in");
  });
  it("takes short reactions to what others wrote; they can be taken back as long as the message can be read", () => {
    const theirs = { mine: false, state: "visible" as const };
    expect(rules.mayReact(somebody, talk(), theirs)).toBe(true);
    expect(rules.mayReact(anonymous, talk(), theirs)).toBe("sign_in");
    expect(rules.mayReact(somebody, talk(), { ...theirs, mine: true })).toBe("not_yourself");
    expect(rules.mayReact(somebody, talk(), { ...theirs, state: "hidden" })).toBe("closed");
    expect(rules.mayReact(somebody, talk({ state: "closed" }), theirs)).toBe("closed");
    expect(rules.mayReact(somebody, talk({ group: group({ archived: true }) }), theirs)).toBe("closed");
    expect(rules.mayReact(somebody, talk({ group: group({ space: space({ status: "paused" }) }) }), theirs)).toBe("paused");
    expect(rules.mayReact(somebody, talk({ group: group({ muted: true }) }), theirs)).toBe("muted");
    expect(rules.mayReact(somebody, talk({ moderation: "hidden" }), theirs)).toBe("not_found");
    const stopped = talk({ state: "closed", group: group({ muted: true, archived: true }) });
    expect(rules.mayReact(somebody, stopped, theirs, false)).toBe(true);
    expect(rules.mayReact(anonymous, stopped, theirs, false)).toBe("sign_in");
    expect(rules.mayReact(somebody, stopped, { ...theirs, state: "removed" }, false)).toBe("closed");
    expect(rules.mayReact(somebody, talk({ moderation: "hidden" }), theirs, false)).toBe("not_found");
  });
  it("puts back what one took back oneself, for a short while", () => {
    const gone = { mine: true, state: "removed" as const };
    const taken = { mine: true, late: false };
    expect(rules.mayPutBack(somebody, talk(), gone, taken)).toBe(true);
    expect(rules.mayPutBack(somebody, talk({ state: "closed" }), gone, taken)).toBe(true);
    expect(rules.mayPutBack(somebody, talk(), gone, { ...taken, late: true })).toBe("too_late");
    expect(rules.mayPutBack(somebody, talk(), gone, null)).toBe("too_late");
    expect(rules.mayPutBack(somebody, talk(), { mine: true, state: "visible" }, null)).toBe(true);
    expect(rules.mayPutBack(somebody, talk(), gone, { ...taken, mine: false })).toBe("forbidden");
    expect(rules.mayPutBack(somebody, talk(), { mine: false, state: "removed" }, taken)).toBe("forbidden");
    expect(rules.mayPutBack(anonymous, talk(), gone, taken)).toBe("sign_in");
    expect(rules.mayPutBack(somebody, talk({ group: group({ muted: true }) }), gone, taken)).toBe("muted");
    expect(rules.mayPutBack(somebody, talk({ moderation: "hidden" }), gone, taken)).toBe("not_found");
  });
  it("shows what a message said before to those who run things, unless moderation hid it", () => {
    const seen = { state: "visible" as const };
    for (const role of ["facilitator", "space_steward", "moderator", "deputy_moderator"] as const) expect(rules.mayReadHistory(somebody, talk({ group: as(role) }), seen)).toBe(true);
    expect(rules.mayReadHistory(somebody, talk({ mine: true }), seen)).toBe("forbidden");
    expect(rules.mayReadHistory(somebody, talk({ group: as("helper") }), seen)).toBe("forbidden");
    expect(rules.mayReadHistory(anonymous, talk(), seen)).toBe("sign_in");
    expect(rules.mayReadHistory(somebody, talk({ group: as("facilitator") }), { state: "hidden" })).toBe("not_found");
    expect(rules.mayReadHistory(somebody, talk({ group: { ...as("moderator"), visibility: "members" } }), seen)).toBe("join_group");
  });
  it("says who reacted to those who may see who is in the group", () => {
    expect(rules.maySeeWhoReacted(somebody, talk(), { state: "visible" })).toBe(true);
    expect(rules.maySeeWhoReacted(somebody, talk(), { state: "removed" })).toBe("not_found");
    expect(rules.maySeeWhoReacted(anonymous, talk(), { state: "visible" })).toBe("sign_in");
    expect(rules.maySeeWhoReacted(somebody, talk({ group: group({ member: false, space: space({ member: false }) }) }), { state: "visible" })).toBe("join_group");
  });
  it("is closed by those who run things; the moderator's lock stays", () => {
    expect(rules.mayCloseDiscussion(somebody, talk({ group: as("moderator") }))).toBe(true);
    expect(rules.mayCloseDiscussion(somebody, talk({ mine: true }))).toBe("forbidden");
    expect(rules.mayCloseDiscussion(somebody, talk({ state: "locked", group: as("facilitator") }))).toBe("ask_moderator");
  });
  it("moves to another group of those who run both, never to more people", () => {
    const from = (given: Partial<GroupRelation> = {}) => talk({ group: { ...as("facilitator"), ...given } });
    const to = (given: Partial<GroupRelation> = {}, membersAmong = true) => ({ group: { ...as("facilitator"), ...given }, membersAmong });
    expect(rules.mayMoveDiscussion(somebody, from(), to({ visibility: "members" }, false))).toBe(true);
    expect(rules.mayMoveDiscussion(somebody, from(), to({}, false))).toBe(true);
    const closed = { visibility: "members", joining: "request" } as const;
    expect(rules.mayMoveDiscussion(somebody, from(closed), to(closed))).toBe(true);
    expect(rules.mayMoveDiscussion(somebody, from(closed), to({ ...closed, joining: "invitation" }))).toBe(true);
    expect(rules.mayMoveDiscussion(somebody, from(closed), to(closed, false))).toBe("wider_audience");
    expect(rules.mayMoveDiscussion(somebody, from(closed), to({ ...closed, joining: "open" }))).toBe("wider_audience");
    expect(rules.mayMoveDiscussion(somebody, from(closed), to())).toBe("wider_audience");
    expect(rules.mayMoveDiscussion(somebody, from(), to({ archived: true }))).toBe("closed");
    expect(rules.mayMoveDiscussion(somebody, from({ archived: true }), to())).toBe("closed");
    expect(rules.mayMoveDiscussion(somebody, talk({ group: as("moderator") }), { group: as("moderator"), membersAmong: true })).toBe("forbidden");
    expect(rules.mayMoveDiscussion(anonymous, from(), to())).toBe("sign_in");
    expect(rules.mayMoveDiscussion(somebody, { ...from(), moderation: "hidden" }, to())).toBe("not_found");
  });
  it("shows at the top what those who run things put there", () => {
    const seen = { state: "visible" as const };
    expect(rules.mayPinMessage(somebody, talk({ group: as("facilitator") }), seen)).toBe(true);
    expect(rules.mayPinMessage(somebody, talk({ mine: true }), seen)).toBe("forbidden");
    expect(rules.mayPinMessage(anonymous, talk(), seen)).toBe("sign_in");
    expect(rules.mayPinMessage(somebody, talk({ group: as("facilitator"), state: "locked" }), seen)).toBe("ask_moderator");
    expect(rules.mayPinMessage(somebody, talk({ group: as("facilitator") }), { state: "removed" })).toBe("closed");
    expect(rules.mayPinMessage(somebody, talk({ group: as("facilitator") }), { state: "removed" }, false)).toBe(true);
  });
  it("that moderation hid is there for nobody", () => {
    expect(rules.mayReadDiscussion(somebody, talk({ moderation: "hidden", group: as("space_steward") }))).toBe("not_found");
    expect(rules.mayReadDiscussion(anonymous, talk())).toBe(true);
  });
});

describe("learning questions", () => {
  it("are supported by everyone with a name in the leerplek, but not by who asked", () => {
    const visitor = group({ member: false, mayWrite: false });
    expect(rules.maySupportQuestion(somebody, question({ group: visitor }))).toBe(true);
    expect(rules.maySupportQuestion(somebody, question({ group: { ...visitor, space: space({ member: false }) } }))).toBe("join_space");
    expect(rules.maySupportQuestion(somebody, question({ mine: true }))).toBe("not_yourself");
    expect(rules.maySupportQuestion(anonymous, question())).toBe("sign_in");
    expect(rules.maySupportQuestion(somebody, talk())).toBe("not_found");
    expect(rules.maySupportQuestion(somebody, question({ group: group({ suspended: true }) }))).toBe("suspended");
    expect(rules.maySupportQuestion(somebody, question({ state: "closed" }))).toBe("closed");
  });
  it("are picked up once, and answered, by facilitators", () => {
    const facilitator = as("facilitator");
    expect(rules.mayPickUpQuestion(somebody, question({ group: facilitator }))).toBe(true);
    expect(rules.mayPickUpQuestion(somebody, question({ group: facilitator, questionState: "picked_up" }))).toBe("already_done");
    expect(rules.mayPickUpQuestion(somebody, question())).toBe("forbidden");
    expect(rules.mayAnswerQuestion(somebody, question({ group: facilitator, questionState: "answered" }))).toBe(true);
    expect(rules.mayAnswerQuestion(somebody, talk({ group: facilitator }))).toBe("not_found");
    expect(rules.mayAnswerQuestion(somebody, question({ group: as("moderator") }))).toBe("forbidden");
  });
  it("are bundled by facilitators; a bundle is read by who may see the leerplek", () => {
    expect(rules.mayBundleQuestions(somebody, space({ roles: ["facilitator"] }))).toBe(true);
    expect(rules.mayBundleQuestions(somebody, space())).toBe("forbidden");
    expect(rules.mayReadBundle(anonymous, space())).toBe(true);
    const closed = { visibility: "members" as const, member: false };
    expect(rules.mayReadBundle(anonymous, space(closed))).toBe("sign_in");
    expect(rules.mayReadBundle(somebody, space(closed))).toBe("join_space");
    expect(rules.mayReadBundle(somebody, space({ ...closed, member: true }))).toBe(true);
    expect(rules.mayReadBundle(somebody, space({ ...closed, member: true, suspended: true }))).toBe("not_found");
    expect(rules.mayReadBundle(somebody, space({ status: "draft" }))).toBe("not_found");
  });
});
