import { and, asc, countDistinct, eq, gt, gte, lte, ne } from "drizzle-orm";
import { documentUpdate } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { characterBuckets } from "../facts";
import { lanesOf } from "../worker/lanes.server";

export interface EditingSession {
  added: (typeof characterBuckets)[number];
  removed: (typeof characterBuckets)[number];
  /** From the first to the last change. */
  minutes: number;
  /** Others who wrote along in that time. */
  coAuthors: number;
  /** The last change. */
  at: Date;
}

/** How much, in coarse steps: enough to tell a comma from a chapter. */
export function bucketOf(characters: number): EditingSession["added"] {
  if (characters === 0) return "0";
  return characters <= 50 ? "1-50" : characters <= 200 ? "51-200" : characters <= 1_000 ? "201-1000" : "1001+";
}

/**
 * What one person wrote in one text after `since`, as sessions parted by pauses of `pauseMinutes`.
 * @returns the sessions, and the number of the last update that is in them.
 */
export async function summariseSessions(
  ctx: Ctx,
  { documentId, actorId, since, pauseMinutes }: { documentId: string; actorId: string; since: number; pauseMinutes: number },
): Promise<{ sessions: EditingSession[]; uptoSeq: number }> {
  const rows = await ctx.db
    .select({ seq: documentUpdate.seq, at: documentUpdate.at, update: documentUpdate.update })
    .from(documentUpdate)
    .where(and(eq(documentUpdate.documentId, documentId), eq(documentUpdate.actorId, actorId), gt(documentUpdate.seq, since)))
    .orderBy(asc(documentUpdate.seq))
    .limit(5_000);
  const measured = await lanesOf(ctx.house).state.ask("measure", { updates: rows.map((row) => row.update) }, 10_000);
  const parts: { from: Date; to: Date; added: number; removed: number }[] = [];
  rows.forEach((row, index) => {
    const last = parts.at(-1);
    const { added, removed } = measured[index]!;
    if (last && row.at.getTime() - last.to.getTime() < pauseMinutes * 60_000) Object.assign(last, { to: row.at, added: last.added + added, removed: last.removed + removed });
    else parts.push({ from: row.at, to: row.at, added, removed });
  });
  const sessions: EditingSession[] = [];
  for (const { from, to, added, removed } of parts) {
    const [others] = await ctx.db
      .select({ count: countDistinct(documentUpdate.actorId) })
      .from(documentUpdate)
      .where(and(eq(documentUpdate.documentId, documentId), ne(documentUpdate.actorId, actorId), gte(documentUpdate.at, from), lte(documentUpdate.at, to)));
    sessions.push({ added: bucketOf(added), removed: bucketOf(removed), minutes: Math.round((to.getTime() - from.getTime()) / 60_000), coAuthors: others!.count, at: to });
  }
  return { sessions, uptoSeq: rows.at(-1)?.seq ?? since };
}
