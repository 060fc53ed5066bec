import { everyoneWhoAsked, whoAskedQuestion } from "~/features/discussions/index.server";
import type { StoredFact } from "~/platform/fact-handlers.server";
import { defineNotice } from "./notice-rules.server";

const idIn = (fact: StoredFact, key: string) => fact.data[key] as string;
const toDiscussion = (fact: StoredFact) => `/gesprekken/${fact.objectId}`;
const aroundQuestion = (fact: StoredFact) => ({ discussion: fact.objectId, group: fact.groupId, space: fact.spaceId });
const toActivity = (fact: StoredFact) => `/activiteiten/${idIn(fact, "activity")}`;

/** Where each kind of thing stands. */
const pathOf: Record<string, string> = { message: "gesprekken", document: "teksten", activity: "activiteiten", experiment: "experimenten" };

// Learning questions; what is written in conversations: see tell-of-talk.
defineNotice("question.picked-up", { to: (ctx, fact) => whoAskedQuestion(ctx, fact.objectId!), place: aroundQuestion, href: toDiscussion, mail: "as-chosen" });
defineNotice("question.answered", { to: (ctx, fact) => whoAskedQuestion(ctx, fact.objectId!), place: aroundQuestion, href: toDiscussion, mail: "as-chosen" });
defineNotice("question.bundle-led-to", {
  to: (ctx, fact) => everyoneWhoAsked(ctx, fact.objectId!),
  href: (fact) => `/${pathOf[idIn(fact, "toKind")]}/${idIn(fact, "toId")}`,
  mail: "as-chosen",
});

/** Words in one's name, or one's own words elsewhere: that is always told. */
for (const kind of ["discussion.typed-for-you", "discussion.moved-for-you"] as const) {
  defineNotice(kind, { href: (fact) => `/gesprekken/${idIn(fact, "discussion")}?vanaf=${String(fact.data.number)}#bericht-${String(fact.data.number)}`, mail: "always" });
}

// Activities.
defineNotice("activity.moved-up", { href: toActivity, mail: "always" });
defineNotice("activity.cancelled-for-you", { href: toActivity, mail: "always" });
defineNotice("activity.changed-for-you", { href: toActivity, mail: "always" });
defineNotice("activity.taken-off-for-you", { href: toActivity, mail: "always" });
