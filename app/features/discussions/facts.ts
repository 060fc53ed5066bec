import { defineFact } from "~/platform/facts";
import { reactionKinds } from "./reactions/kinds";

export const discussionKinds = ["conversation", "question", "announcement"] as const;

const discussion = { kind: "id", label: { nl: "gesprek", en: "conversation" } } as const;
const number = { kind: "count", label: { nl: "hoeveelste bericht in het gesprek", en: "position of the message in the conversation" } } as const;

const created = { verb: "https://w3id.org/xapi/dod-isd/verbs/created", activity: "http://id.tincanapi.com/activitytype/discussion" };
const commented = { verb: "http://adlnet.gov/expapi/verbs/commented", activity: "http://id.tincanapi.com/activitytype/forum-reply" };

export const discussionStarted = defineFact({
  name: "discussion.started",
  version: 1,
  audience: "group",
  label: { nl: "Iemand begon een gesprek", en: "Somebody started a conversation" },
  personalData: "participation",
  xapi: created,
  fields: {},
  entity: "discussion",
});

/** Everyone in the group hears of it. */
export const announced = defineFact({
  name: "discussion.announced",
  version: 1,
  audience: "group",
  label: { nl: "Een begeleider deelde iets mee", en: "Staff announced something" },
  personalData: "participation",
  xapi: created,
  fields: {},
  entity: "discussion",
  wakes: true,
});

export const messagePosted = defineFact({
  name: "discussion.message-posted",
  version: 1,
  audience: "group",
  label: { nl: "Iemand schreef een bericht", en: "Somebody posted a message" },
  personalData: "participation",
  xapi: commented,
  fields: {
    discussion,
    number,
    discussionKind: { kind: "code", codes: discussionKinds, label: { nl: "soort gesprek", en: "kind of conversation" } },
    /** The message that is answered; its author is the second person of the row. */
    replyTo: { kind: "id", label: { nl: "antwoord op bericht", en: "reply to message" } },
  },
  entity: "message",
  brings: "words",
  wakes: "later",
});

/** For one person: somebody answered your message, or wrote under your question. */
export const replyForYou = defineFact({
  name: "discussion.reply-for-you",
  version: 1,
  audience: "person",
  label: { nl: "Iemand antwoordde jou", en: "Somebody replied to you" },
  personalData: "administration",
  fields: {
    discussion,
    number,
    because: { kind: "code", codes: ["reply", "question"], label: { nl: "waarom dit voor jou is", en: "why this is for you" } },
  },
  wakes: true,
});

/** For one person: what you wrote on paper was typed in. */
export const typedForYou = defineFact({
  name: "discussion.typed-for-you",
  version: 1,
  audience: "person",
  label: { nl: "Een begeleider typte een antwoord van jou in", en: "A facilitator typed in an answer of yours" },
  personalData: "administration",
  fields: { discussion, number },
  wakes: true,
});

/** For one person: somebody named you. Who is told of the message for another reason hears of it once. */
export const mentionForYou = defineFact({
  name: "discussion.mention-for-you",
  version: 1,
  audience: "person",
  label: { nl: "Iemand noemde jou", en: "Somebody mentioned you" },
  personalData: "administration",
  fields: { discussion, number },
  wakes: true,
});

/** Everyone in the group hears of it. */
export const groupCalled = defineFact({
  name: "discussion.group-called",
  version: 1,
  audience: "group",
  label: { nl: "Een begeleider noemde de hele groep", en: "Staff called the whole group" },
  personalData: "administration",
  fields: { discussion, number },
  wakes: true,
});

export const messageEdited = defineFact({
  name: "discussion.message-edited",
  version: 1,
  audience: "group",
  label: { nl: "Iemand paste een eigen bericht aan", en: "Somebody edited their message" },
  personalData: "participation",
  fields: { discussion, number },
  entity: "message",
});

export const messageRemoved = defineFact({
  name: "discussion.message-removed",
  version: 1,
  audience: "group",
  label: { nl: "Iemand verwijderde een eigen bericht", en: "Somebody removed their message" },
  personalData: "participation",
  fields: { discussion, number },
  entity: "message",
});

export const messagePutBack = defineFact({
  name: "discussion.message-put-back",
  version: 1,
  audience: "group",
  label: { nl: "Iemand zette een eigen bericht terug", en: "Somebody put their message back" },
  personalData: "participation",
  fields: { discussion, number },
  entity: "message",
  brings: "words",
});

/** Whoever reacts to a message is not for the group's stream: it only brings the numbers. */
export const reactionsChanged = defineFact({
  name: "discussion.reactions-changed",
  version: 1,
  audience: "group",
  label: { nl: "De reacties op een bericht veranderden", en: "The reactions to a message changed" },
  personalData: "never-exported",
  fields: { discussion, number },
  entity: "message",
  unsigned: true,
});

/** For the participation log. */
export const reacted = defineFact({
  name: "discussion.reacted",
  version: 1,
  audience: "log-only",
  label: { nl: "Iemand reageerde op een bericht", en: "Somebody reacted to a message" },
  personalData: "participation",
  xapi: { verb: "http://activitystrea.ms/schema/1.0/like", activity: "http://id.tincanapi.com/activitytype/forum-reply" },
  fields: {
    discussion,
    number,
    reaction: { kind: "code", codes: reactionKinds, label: { nl: "soort reactie", en: "kind of reaction" } },
    given: { kind: "flag", label: { nl: "gaf de reactie (anders: haalde ze weg)", en: "gave the reaction (else: took it back)" } },
  },
});

/** Follows a decision or its undoing; the decision itself is a fact of moderation. */
export const messageModerated = defineFact({
  name: "discussion.message-moderated",
  version: 1,
  audience: "group",
  label: { nl: "Een bericht werd verborgen of teruggezet", en: "A message was hidden or restored" },
  personalData: "never-exported",
  unsigned: true,
  fields: { discussion, number },
  entity: "message",
});

export const discussionModerated = defineFact({
  name: "discussion.moderated",
  version: 1,
  audience: "group",
  label: { nl: "Een gesprek werd verborgen, op slot gedaan of teruggezet", en: "A conversation was hidden, locked or restored" },
  personalData: "never-exported",
  unsigned: true,
  fields: {},
  entity: "discussion",
});

export const discussionClosed = defineFact({
  name: "discussion.closed",
  version: 1,
  audience: "group",
  label: { nl: "Een gesprek werd afgesloten", en: "A conversation was closed" },
  personalData: "administration",
  fields: {},
  entity: "discussion",
});

export const discussionReopened = defineFact({
  name: "discussion.reopened",
  version: 1,
  audience: "group",
  label: { nl: "Een gesprek ging weer open", en: "A conversation was opened again" },
  personalData: "administration",
  fields: {},
  entity: "discussion",
});

/** For those who followed it where it was; where it went is not theirs to know. */
export const movedAway = defineFact({
  name: "discussion.moved-away",
  version: 1,
  audience: "group",
  label: { nl: "Een begeleider verplaatste een gesprek naar een andere groep", en: "Staff moved a conversation to another group" },
  personalData: "administration",
  fields: {},
  entity: "discussion",
});

export const movedHere = defineFact({
  name: "discussion.moved-here",
  version: 1,
  audience: "group",
  label: { nl: "Een begeleider verplaatste een gesprek naar hier", en: "Staff moved a conversation to here" },
  personalData: "administration",
  fields: { discussion },
  entity: "discussion",
  wakes: true,
});

/** For those who see the place that a message left; the fact is about what stands there now. */
export const messageMovedAway = defineFact({
  name: "discussion.message-moved-away",
  version: 1,
  audience: "group",
  label: { nl: "Een begeleider verplaatste een bericht naar een ander gesprek", en: "Staff moved a message to another conversation" },
  personalData: "administration",
  fields: { discussion, number },
  entity: "message",
});

export const messageMovedHere = defineFact({
  name: "discussion.message-moved-here",
  version: 1,
  audience: "group",
  label: { nl: "Een begeleider verplaatste een bericht naar hier", en: "Staff moved a message to here" },
  personalData: "administration",
  fields: { discussion, number },
  entity: "message",
  brings: "words",
  wakes: true,
});

/** For one person: a message of yours was moved; the place is the one that it left. */
export const movedForYou = defineFact({
  name: "discussion.moved-for-you",
  version: 1,
  audience: "person",
  label: { nl: "Een begeleider verplaatste een bericht van jou", en: "Staff moved a message of yours" },
  personalData: "administration",
  fields: { discussion, number },
  wakes: true,
});

export const pinsChanged = defineFact({
  name: "discussion.pins-changed",
  version: 1,
  audience: "group",
  label: { nl: "Een begeleider zette een bericht bovenaan, of haalde het daar weg", en: "Staff put a message at the top, or took it away from there" },
  personalData: "administration",
  fields: { number, pinned: { kind: "flag", label: { nl: "staat nu bovenaan", en: "stands at the top now" } } },
  entity: "discussion",
});

/** Somebody who wrote in the group erased their account: what is on the screen is loaded again, without the name. */
export const authorGone = defineFact({
  name: "discussion.author-gone",
  version: 1,
  audience: "group",
  label: { nl: "Iemand die hier schreef, ging weg van het platform", en: "Somebody who wrote here left the platform" },
  personalData: "never-exported",
  unsigned: true,
  fields: { tookWords: { kind: "flag", label: { nl: "de teksten gingen mee", en: "the texts went too" } } },
});
