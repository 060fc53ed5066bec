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
defineNotice("document.named-for-you", { to: whoMayRead, href: (fact) => `/teksten/${textOf(fact)}`, mail: "as-chosen", place });

defineNotice("document.publication-announced", { to: writers, href: toText, mail: "always" });
defineNotice("document.publication-cancelled", { to: writers, href: toText, mail: false });
defineNotice("document.published", { to: writers, href: toText, mail: "as-chosen" });
defineNotice("document.edition-withdrawn", { to: writers, href: toText, mail: "as-chosen" });
