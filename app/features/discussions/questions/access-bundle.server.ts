import { asc, eq } from "drizzle-orm";
import { questionBundle, questionBundleItem } from "#db/schema/index";
import { accessSpace, type AccessedSpace } from "~/features/spaces/index.server";
import { mayReadBundle } from "~/permissions/discussions";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";

export type BundleRow = typeof questionBundle.$inferSelect;

export interface AccessedBundle extends AccessedSpace {
  bundle: BundleRow;
  /** Its questions, also those that this actor may not read. */
  questionIds: string[];
}

/**
 * The only way to a bundle of learning questions that somebody asked for. Inside an action its row is held until the commit.
 * @throws AppError `not_found` when absent or not to be known of; `join_space` or `sign_in` as the leerplek says.
 */
export async function accessBundle(ctx: Ctx, id: string): Promise<AccessedBundle> {
  const find = () => ctx.db.select().from(questionBundle).where(eq(questionBundle.id, id));
  const [found] = await find();
  if (!found) throw new AppError("not_found");
  const accessed = await accessSpace(ctx, { id: found.spaceId });
  const verdict = mayReadBundle(ctx.actor, accessed.relation);
  if (verdict !== true) throw new AppError(verdict);
  const [bundle] = ctx.writing ? await find().for("no key update") : [found];
  if (!bundle) throw new AppError("not_found");
  const items = await ctx.db
    .select({ id: questionBundleItem.discussionId })
    .from(questionBundleItem)
    .where(eq(questionBundleItem.bundleId, id))
    .orderBy(asc(questionBundleItem.discussionId));
  return { ...accessed, bundle, questionIds: items.map((item) => item.id) };
}
