import { and, eq, inArray, isNull } from "drizzle-orm";
import { actor, notice } from "#db/schema/index";
import { readersAmong, writersOf } from "~/features/documents/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { StoredFact } from "~/platform/fact-handlers.server";
import { parseStream } from "~/platform/streams";
import { defineNotice } from "./notice-rules.server";
import { peopleOf } from "./people.server";

/** Everyone who wrote along on the text. */
const writers = (ctx: Ctx, fact: StoredFact) => writersOf(ctx, fact.objectId!);
/** The text itself asks everyone who wrote along about their name; the page for making it public is for who runs the group. */
const toText = (fact: StoredFact) => `/teksten/${fact.objectId}`;

/** Whose stream it stands in, when they may read the text now. */
async function whoMayRead(ctx: Ctx, fact: StoredFact): Promise<string[]> {
  const people = await peopleOf(ctx, { actorIds: [parseStream(fact.stream!)!.id] });
  return readersAmong(ctx, textOf(fact), people);
}
const textOf = (fact: StoredFact) => (fact.data as { document: string }).document;

const place = ({ groupId, spaceId }: StoredFact) => ({ group: groupId, space: spaceId });

for (const kind of ["document.answer-for-you", "document.mention-for-you"]) {
  defineNotice(kind, { to: whoMayRead, href: (fact) => `/teksten/${textOf(fact)}#opmerking-${fact.objectId}`, mail: "as-chosen", place });
}
for (const kind of ["document.named-for-you", "document.moved-for-you", "document.chosen-for-you"]) {
  defineNotice(kind, { to: whoMayRead, href: (fact) => `/teksten/${textOf(fact)}`, mail: "as-chosen", place });
}

/** The list of tasks, at this text. Who has an unread line about tasks in it hears of no other: the list has them all. */
const toTasks = (fact: StoredFact) => `/ik/taken#tekst-${textOf(fact)}`;
defineNotice("document.task-for-you", {
  to: async (ctx, fact) => withoutWhoKnows(ctx, await whoMayRead(ctx, fact), { kind: fact.type, href: toTasks(fact) }),
  href: toTasks,
  mail: "as-chosen",
  place: ({ groupId, spaceId }) => ({ group: groupId, space: spaceId }),
});

async function withoutWhoKnows(ctx: Ctx, actorIds: string[], { kind, href }: { kind: string; href: string }): Promise<string[]> {
  if (actorIds.length === 0) return [];
  const rows = await ctx.db
    .select({ actorId: actor.id })
    .from(notice)
    .innerJoin(actor, eq(actor.personId, notice.personId))
    .where(and(inArray(actor.id, actorIds), eq(notice.kind, kind), eq(notice.href, href), isNull(notice.readAt)));
  const knows = new Set(rows.map((row) => row.actorId));
  return actorIds.filter((id) => !knows.has(id));
}

/** Those who wrote along and may still read it: they can decide, or tell who can. */
defineNotice("document.proposal-sent", {
  to: async (ctx, fact) => readersAmong(ctx, textOf(fact), await peopleOf(ctx, { actorIds: await writersOf(ctx, textOf(fact)) })),
  href: (fact) => `/teksten/${textOf(fact)}/voorstellen/${fact.objectId}`,
  mail: "as-chosen",
  place: ({ groupId, spaceId }) => ({ group: groupId, space: spaceId }),
});
defineNotice("document.proposal-answered-for-you", {
  to: whoMayRead,
  href: (fact) => `/teksten/${textOf(fact)}/voorstellen/${fact.objectId}`,
  mail: "as-chosen",
});

defineNotice("document.publication-announced", { to: writers, href: toText, mail: "always" });
defineNotice("document.publication-cancelled", { to: writers, href: toText, mail: false });
defineNotice("document.published", { to: writers, href: toText, mail: "as-chosen" });
defineNotice("document.edition-withdrawn", { to: writers, href: toText, mail: "as-chosen" });
