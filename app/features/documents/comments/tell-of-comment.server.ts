import { and, eq, ne, or } from "drizzle-orm";
import { documentComment, type StoredMention } from "#db/schema/index";
import { findMentions, mayNameSomebody } from "~/features/groups/mentions/find-mentions";
import type { Ctx } from "~/platform/ctx.server";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { aboutFact, type AccessedDocument } from "../access-document.server";
import { namesInText } from "../narrowing/names-in-text.server";
import type { DocumentRow } from "../queries.server";
import { answerForYou, mentionForYou } from "./facts";

/** Who is named in a remark, among the members of the group who read the text; null for nobody. */
export async function namedIn(ctx: Ctx, text: string, document: DocumentRow): Promise<StoredMention[] | null> {
  if (!mayNameSomebody(text)) return null;
  const found = findMentions(text, await namesInText(ctx, document), false);
  return found.length > 0 ? found : null;
}

/** Tells whom a remark names and did not name `before`, and who wrote in its thread: each once, never its own author. */
export async function tellOfComment(
  ctx: Ctx,
  { id, threadId, mentions }: { id: string; threadId: string | null; mentions: StoredMention[] | null },
  { accessed, before, fact }: { accessed: AccessedDocument; before?: StoredMention[] | null; fact: FactWriter },
): Promise<void> {
  const told = new Set([ctx.actor.actorId, ...(before ?? []).map(({ actor }) => actor)]);
  const tell = (type: typeof answerForYou | typeof mentionForYou, actorId: string | null) => {
    if (actorId === null || told.has(actorId)) return;
    told.add(actorId);
    fact(type, { ...aboutFact(accessed, { kind: "document-comment", id }), stream: streamId("person", actorId), data: { document: accessed.document.id } });
  };
  for (const { actor } of mentions ?? []) tell(mentionForYou, actor);
  if (!threadId) return;
  const writers = await ctx.db
    .selectDistinct({ actorId: documentComment.authorActor })
    .from(documentComment)
    .where(and(or(eq(documentComment.id, threadId), eq(documentComment.threadId, threadId)), ne(documentComment.state, "removed")))
    .orderBy(documentComment.authorActor);
  for (const { actorId } of writers) tell(answerForYou, actorId);
}
