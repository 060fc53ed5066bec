import { eq, inArray } from "drizzle-orm";
import { discussion, questionBundleItem, questionSupport } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";

/** Actors who asked a learning question or said that they want to learn it too, each once. */
export async function whoAskedQuestion(ctx: Ctx, discussionId: string): Promise<string[]> {
  return whoAsked(ctx, [discussionId]);
}

/** Actors who asked any question of a bundle or joined in one, each once. */
export async function everyoneWhoAsked(ctx: Ctx, bundleId: string): Promise<string[]> {
  const items = await ctx.db.select({ id: questionBundleItem.discussionId }).from(questionBundleItem).where(eq(questionBundleItem.bundleId, bundleId));
  return whoAsked(ctx, items.map((item) => item.id));
}

/** Actors who asked any of these questions or joined in one, each once. */
export async function whoAsked(ctx: Ctx, discussionIds: string[]): Promise<string[]> {
  if (discussionIds.length === 0) return [];
  const asked = await ctx.db.select({ actor: discussion.authorActor }).from(discussion).where(inArray(discussion.id, discussionIds));
  const joined = await ctx.db.select({ actor: questionSupport.actorId }).from(questionSupport).where(inArray(questionSupport.discussionId, discussionIds));
  return [...new Set([...asked, ...joined].map((row) => row.actor))];
}
