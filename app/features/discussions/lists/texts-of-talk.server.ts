import { and, desc, eq, sql } from "drizzle-orm";
import { discussion, message } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { rename } from "~/features/groups/mentions/rename-mentions";

export interface WrittenText {
  text: string;
  authorActor: string;
}

/** Rows in one statement: on the embedded home everything else waits for it. */
const slice = 1_000;

/**
 * What people wrote, the newest first, in slices: titles, then summaries, then messages without the names in them; at most `most` of each.
 * For work of the house that keeps no text and shows it to nobody. What is hidden or taken back is not among it.
 */
export async function* textsOfTalk(ctx: Ctx, most: number): AsyncGenerator<WrittenText[]> {
  yield* slices(most, (after) =>
    ctx.db
      .select({ id: discussion.id, at: sql<string>`${discussion.createdAt}::text`, text: discussion.title, authorActor: discussion.authorActor })
      .from(discussion)
      .where(and(eq(discussion.moderation, "visible"), after && sql`(${discussion.createdAt}, ${discussion.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`))
      .orderBy(desc(discussion.createdAt), desc(discussion.id))
      .limit(slice),
  );
  yield* slices(most, (after) =>
    ctx.db
      .select({ id: discussion.id, at: sql<string>`${discussion.createdAt}::text`, text: discussion.summary, authorActor: sql<string>`coalesce(${discussion.closedByActor}, ${discussion.authorActor})` })
      .from(discussion)
      .where(and(eq(discussion.moderation, "visible"), eq(discussion.state, "closed"), after && sql`(${discussion.createdAt}, ${discussion.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`))
      .orderBy(desc(discussion.createdAt), desc(discussion.id))
      .limit(slice),
  );
  yield* slices(most, async (after) => {
    const rows = await ctx.db
      .select({ id: message.id, at: sql<string>`${message.createdAt}::text`, text: message.text, mentions: message.mentions, authorActor: message.authorActor })
      .from(message)
      .innerJoin(discussion, eq(discussion.id, message.discussionId))
      .where(and(eq(message.state, "visible"), eq(discussion.moderation, "visible"), after && sql`(${message.createdAt}, ${message.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`))
      .orderBy(desc(message.createdAt), desc(message.id))
      .limit(slice);
    return rows.map((row) => ({ ...row, text: row.mentions ? rename(row.text, row.mentions, () => " ").text : row.text }));
  });
}

type Row = WrittenText & { id: string; at: string };

async function* slices(most: number, read: (after: Row | undefined) => Promise<Row[]>): AsyncGenerator<Row[]> {
  let after: Row | undefined;
  for (let left = most; left > 0; left -= slice) {
    const rows = await read(after);
    if (rows.length > 0) yield rows;
    if (rows.length < slice) return;
    after = rows.at(-1);
  }
}
