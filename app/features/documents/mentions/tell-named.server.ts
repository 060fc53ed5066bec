import { and, eq, gt, inArray, lte } from "drizzle-orm";
import { document, documentUpdate, fact as factTable } from "#db/schema/index";
import { mostMentions } from "~/features/groups/mentions/find-mentions";
import type { Ctx } from "~/platform/ctx.server";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { mentionedIn, type ContentNode } from "../content";
import { namesInText } from "../narrowing/names-in-text.server";
import type { DocumentRow } from "../queries.server";
import { namedForYou } from "./facts";

/**
 * Tells those of its readers in the group whom a text names since it was last folded: once per text, and not who wrote alone since
 * then. Before the content is replaced. At most as many as one message may name are told.
 */
export async function tellNamed(ctx: Ctx, row: DocumentRow, next: { content: ContentNode; seq: number }, fact: FactWriter): Promise<void> {
  const named = mentionedIn(next.content);
  if (named.length === 0) return;
  const [folded] = await ctx.db.select({ content: document.content }).from(document).where(eq(document.id, row.id));
  const before = new Set(mentionedIn(folded!.content as unknown as ContentNode));
  const fresh = new Set(named.filter((membership) => !before.has(membership)));
  if (fresh.size === 0) return;
  const people = await namesInText(ctx, row);
  const writers = await writersBetween(ctx, row.id, row.contentSeq, next.seq);
  const meant = people
    .filter(({ membershipId, actorId }) => fresh.has(membershipId) && !(writers.length === 1 && writers[0] === actorId))
    .sort((a, b) => (a.membershipId < b.membershipId ? -1 : 1))
    .slice(0, mostMentions);
  const told = await alreadyTold(ctx, row.id, meant.map(({ actorId }) => streamId("person", actorId)));
  for (const { actorId } of meant) {
    const stream = streamId("person", actorId);
    if (!told.has(stream)) fact(namedForYou, { stream, spaceId: row.spaceId, groupId: row.groupId, object: { kind: "document", id: row.id }, data: { document: row.id } });
  }
}

async function writersBetween(ctx: Ctx, documentId: string, after: number, upto: number): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ actorId: documentUpdate.actorId })
    .from(documentUpdate)
    .where(and(eq(documentUpdate.documentId, documentId), gt(documentUpdate.seq, after), lte(documentUpdate.seq, upto)));
  return rows.map(({ actorId }) => actorId);
}

/** The log of facts itself knows to whom it was said. */
async function alreadyTold(ctx: Ctx, documentId: string, streams: string[]): Promise<Set<string | null>> {
  if (streams.length === 0) return new Set();
  const rows = await ctx.db
    .select({ stream: factTable.stream })
    .from(factTable)
    .where(and(eq(factTable.objectId, documentId), eq(factTable.type, namedForYou.name), inArray(factTable.stream, streams)));
  return new Set(rows.map(({ stream }) => stream));
}
