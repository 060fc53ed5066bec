import { everyoneWhoAsked, whoAskedQuestion } from "~/features/discussions/index.server";
import { membersOf } from "~/features/groups/index.server";
import type { StoredFact } from "~/platform/fact-handlers.server";
import { defineNotice } from "./notice-rules.server";

const idIn = (fact: StoredFact, key: string) => fact.data[key] as string;
const toDiscussion = (fact: StoredFact) => `/gesprekken/${fact.objectId}`;
const toActivity = (fact: StoredFact) => `/activiteiten/${idIn(fact, "activity")}`;

/** Where each kind of thing stands. */
const pathOf: Record<string, string> = { message: "gesprekken", document: "teksten", activity: "activiteiten", experiment: "experimenten" };

// Conversations and learning questions.
defineNotice("discussion.announced", { to: (ctx, fact) => membersOf(ctx, fact.groupId!), href: toDiscussion, mail: true });
defineNotice("discussion.reply-for-you", { href: (fact) => `/gesprekken/${idIn(fact, "discussion")}?vanaf=${String(fact.data.number)}#bericht-${String(fact.data.number)}`, mail: true });
defineNotice("question.picked-up", { to: (ctx, fact) => whoAskedQuestion(ctx, fact.objectId!), href: toDiscussion, mail: false });
defineNotice("question.answered", { to: (ctx, fact) => whoAskedQuestion(ctx, fact.objectId!), href: toDiscussion, mail: true });
defineNotice("question.bundle-led-to", {
  to: (ctx, fact) => everyoneWhoAsked(ctx, fact.objectId!),
  href: (fact) => `/${pathOf[idIn(fact, "toKind")]}/${idIn(fact, "toId")}`,
  mail: true,
});

// Activities.
defineNotice("activity.moved-up", { href: toActivity, mail: true });
defineNotice("activity.cancelled-for-you", { href: toActivity, mail: true });
defineNotice("activity.changed-for-you", { href: toActivity, mail: true });
defineNotice("activity.taken-off-for-you", { href: toActivity, mail: true });
