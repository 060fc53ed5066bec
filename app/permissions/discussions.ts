import type { Verdict } from "~/platform/codes";
import { signedIn, type Actor } from "~/platform/actor";
import { isNoWider, mayReadGroup, mayReadGroupMembers, mayRunGroup, mayWriteInGroup, type NewPlace } from "./groups";
import { hasRole, staffRoles, type GroupRelation, type SpaceRelation } from "./relations";
import { isOpenForWriting, mayFacilitate, maySeeSpace } from "./spaces";

export type DiscussionKind = "conversation" | "question" | "announcement";

/** What rules need to know of a conversation and of how the actor stands to it. */
export interface DiscussionRelation {
  group: GroupRelation;
  kind: DiscussionKind;
  /** `locked`: closed by a decision of the moderator, so that only moderation opens it again. */
  state: "open" | "closed" | "locked";
  moderation: "visible" | "hidden" | "removed";
  questionState: "asked" | "picked_up" | "answered" | null;
  /** The actor started it. */
  mine: boolean;
}

export interface MessageRelation {
  mine: boolean;
  /** The actor typed it in for its author. */
  typed?: boolean;
  state: "visible" | "hidden" | "removed";
}

/** A conversation that moderation hid is there for nobody; the desk shows it with its case. */
export function mayReadDiscussion(actor: Actor, discussion: DiscussionRelation): Verdict {
  const read = mayReadGroup(actor, discussion.group);
  if (read !== true || actor.system) return read;
  return discussion.moderation === "visible" ? true : "not_found";
}

/** What somebody has read is kept for those with an account, as far as they may read it. */
export function mayMarkRead(actor: Actor): Verdict {
  return signedIn(actor) ? true : "sign_in";
}

/** Finding again what moderation hid, for who moderates there and may read the group; anybody else learns nothing of it. */
export function mayFindHidden(actor: Actor, group: GroupRelation): Verdict {
  const read = mayReadGroup(actor, group);
  if (read !== true) return read;
  return hasRole(group.space, "moderator", "deputy_moderator") && !group.space.suspended && !group.suspended ? true : "not_found";
}

/** Starting a conversation or asking a question: who writes in the group. An announcement: who runs things here. */
export function mayStartDiscussion(actor: Actor, group: GroupRelation, kind: DiscussionKind): Verdict {
  const write = mayWriteInGroup(actor, group);
  if (write !== true || kind !== "announcement") return write;
  return hasRole(group.space, ...staffRoles) ? true : "forbidden";
}

export function mayPost(actor: Actor, discussion: DiscussionRelation): Verdict {
  if (discussion.moderation !== "visible") return "not_found";
  const write = mayWriteInGroup(actor, discussion.group);
  if (write !== true) return write;
  return discussion.state === "open" ? true : "closed";
}

/** A member of the group whose words on paper are typed in. */
export interface TypedFor {
  self: boolean;
  agreed: boolean;
  /** Whether they might write it there themselves. */
  mayPost: Verdict;
}

/**
 * Typing in what a member wrote on paper: for who runs the group, and only for members who agreed to it. It gives nobody a
 * voice that they do not have: who may not write there has nothing typed in either. `member` is null for who may not know.
 */
export function mayTypeIn(actor: Actor, discussion: DiscussionRelation, member: TypedFor | null): Verdict {
  const run = mayRunGroup(actor, discussion.group);
  if (run !== true) return run;
  const post = mayPost(actor, discussion);
  if (post !== true) return post;
  if (!member) return "not_found";
  if (member.self) return "not_yourself";
  return member.agreed ? member.mayPost : "not_agreed";
}

/** Calling the whole group at once is for who runs things here: a group of hundreds hears of it. */
export function mayCallGroup(actor: Actor, discussion: DiscussionRelation): Verdict {
  const post = mayPost(actor, discussion);
  if (post !== true) return post;
  return hasRole(discussion.group.space, ...staffRoles) ? true : "forbidden";
}

/** Only its author changes a message, while the conversation is open. */
export function mayEditMessage(actor: Actor, discussion: DiscussionRelation, message: MessageRelation): Verdict {
  const post = mayPost(actor, discussion);
  if (post !== true) return post;
  if (!message.mine) return "forbidden";
  return message.state === "visible" ? true : "closed";
}

/**
 * Taking one's own words back is always possible for who still may read them: also when muted, closed or paused. So is
 * taking back what one typed in for somebody else.
 */
export function mayRemoveMessage(actor: Actor, discussion: DiscussionRelation, message: MessageRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  const read = mayReadGroup(actor, discussion.group);
  if (read !== true) return read;
  return message.mine || message.typed ? true : "forbidden";
}

/** What was taken back, as far as it is still known: whether the actor did it, and whether the time for regretting it is over. */
export interface TakenBack {
  mine: boolean;
  late: boolean;
}

/** Putting back what one took back oneself, for a short while; where the conversation is closed too, for it was there before. */
export function mayPutBack(actor: Actor, discussion: DiscussionRelation, message: MessageRelation, taken: TakenBack | null): Verdict {
  if (discussion.moderation !== "visible") return "not_found";
  const write = mayWriteInGroup(actor, discussion.group);
  if (write !== true) return write;
  if (!message.mine && !message.typed) return "forbidden";
  // It stands there: sent twice, or never taken back.
  if (!taken) return message.state === "removed" ? "too_late" : true;
  if (!taken.mine) return "forbidden";
  return taken.late ? "too_late" : true;
}

/** The words of a message before they were edited: for those who run things here. What moderation hid is shown at the desk. */
export function mayReadHistory(actor: Actor, discussion: DiscussionRelation, message: Pick<MessageRelation, "state">): Verdict {
  const read = mayReadDiscussion(actor, discussion);
  if (read !== true) return read;
  if (!hasRole(discussion.group.space, ...staffRoles)) return signedIn(actor) ? "forbidden" : "sign_in";
  return message.state === "visible" ? true : "not_found";
}

/**
 * Reacting with a word of the list to what somebody else wrote: who may write there. Taking it back is always possible for
 * who still may read the message.
 */
export function mayReact(actor: Actor, discussion: DiscussionRelation, message: MessageRelation, on = true): Verdict {
  const verdict = on ? mayPost(actor, discussion) : signedIn(actor) ? mayReadDiscussion(actor, discussion) : "sign_in";
  if (verdict !== true) return verdict;
  if (on && message.mine) return "not_yourself";
  return message.state === "visible" ? true : "closed";
}

/** The picture of a message: for who may read the message now. What moderation hid or removed is seen by who may find that. */
export function maySeePicture(actor: Actor, discussion: DiscussionRelation, message: Pick<MessageRelation, "state">): Verdict {
  const read = mayReadDiscussion(actor, discussion);
  if (read === true && message.state === "visible") return true;
  return mayFindHidden(actor, discussion.group) === true ? true : "not_found";
}

/** Who reacted: for those who may see who is in the group. Others see a number. */
export function maySeeWhoReacted(actor: Actor, discussion: DiscussionRelation, message: Pick<MessageRelation, "state">): Verdict {
  const members = mayReadGroupMembers(actor, discussion.group);
  if (members !== true) return members;
  return message.state === "visible" ? true : "not_found";
}

/** Closing and opening again, for who runs things here; a lock of the moderator stays. */
export function mayCloseDiscussion(actor: Actor, discussion: DiscussionRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  if (discussion.moderation !== "visible") return "not_found";
  if (!hasRole(discussion.group.space, ...staffRoles)) return "forbidden";
  if (discussion.state === "locked") return "ask_moderator";
  return isOpenForWriting(discussion.group.space);
}

/** Putting a message at the top of its conversation, for who runs things here; taking it away from there also when it is gone. */
export function mayPinMessage(actor: Actor, discussion: DiscussionRelation, message: Pick<MessageRelation, "state">, on = true): Verdict {
  const run = mayCloseDiscussion(actor, discussion);
  if (run !== true) return run;
  return !on || message.state === "visible" ? true : "closed";
}

/**
 * Moving a conversation to another group, for who runs both; never to more people than it was written for. What members of
 * a group alone read goes only where nobody else is, and where coming in is no easier.
 */
export function mayMoveDiscussion(actor: Actor, discussion: DiscussionRelation, to: NewPlace): Verdict {
  if (discussion.moderation !== "visible") return "not_found";
  const here = mayRunGroup(actor, discussion.group);
  if (here !== true) return here;
  const there = mayRunGroup(actor, to.group);
  if (there !== true) return there;
  return isNoWider(discussion.group, to) ? true : "wider_audience";
}

/** A message's new place: an open conversation, or one that begins with it; in the same group too. */
export interface NewPlaceOfMessage extends NewPlace {
  sameGroup: boolean;
  discussion: DiscussionRelation | null;
}

/** Moving one message to another conversation, for who runs both groups; never to more people than it was written for. */
export function mayMoveMessage(actor: Actor, discussion: DiscussionRelation, message: Pick<MessageRelation, "state">, to: NewPlaceOfMessage): Verdict {
  if (discussion.moderation !== "visible" || (to.discussion && to.discussion.moderation !== "visible")) return "not_found";
  const here = mayRunGroup(actor, discussion.group);
  if (here !== true) return here;
  const there = mayRunGroup(actor, to.group);
  if (there !== true) return there;
  if (message.state !== "visible" || (to.discussion && to.discussion.state !== "open")) return "closed";
  return to.sameGroup || isNoWider(discussion.group, to) ? true : "wider_audience";
}

/** "Dat wil ik ook leren": everyone with a name in the leerplek who may read the question, but not about one's own. */
export function maySupportQuestion(actor: Actor, question: DiscussionRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  const read = mayReadDiscussion(actor, question);
  if (read !== true) return read;
  if (question.kind !== "question") return "not_found";
  const { group } = question;
  if (group.suspended || group.space.suspended) return "suspended";
  const open = isOpenForWriting(group.space);
  if (open !== true) return open;
  if (group.archived || question.state !== "open") return "closed";
  if (question.mine) return "not_yourself";
  return group.space.member || group.member ? true : "join_space";
}

/** A facilitator takes a question on, so that it is never left alone. */
export function mayPickUpQuestion(actor: Actor, question: DiscussionRelation): Verdict {
  const run = mayRunQuestion(actor, question);
  if (run !== true) return run;
  return question.questionState === "asked" ? true : "already_done";
}

/** Saying where the answer is. A second answer may be added to the first. */
export function mayAnswerQuestion(actor: Actor, question: DiscussionRelation): Verdict {
  return mayRunQuestion(actor, question);
}

function mayRunQuestion(actor: Actor, question: DiscussionRelation): Verdict {
  if (question.kind !== "question" || question.moderation !== "visible") return "not_found";
  return mayFacilitate(actor, question.group.space);
}

/** Taking similar questions together, over the groups of one leerplek, and starting something from them. */
export function mayBundleQuestions(actor: Actor, space: SpaceRelation): Verdict {
  return mayFacilitate(actor, space);
}

/** A bundle shows no question that its reader could not read in its own group. */
export function mayReadBundle(actor: Actor, space: SpaceRelation): Verdict {
  const seen = maySeeSpace(actor, space);
  if (seen !== true || actor.system || space.visibility === "public") return seen;
  if (space.member || hasRole(space, ...staffRoles)) return space.suspended ? "not_found" : true;
  return signedIn(actor) ? "join_space" : "sign_in";
}
