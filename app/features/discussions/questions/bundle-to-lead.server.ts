import { mayBundleQuestions } from "~/permissions/discussions";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessBundle } from "./access-bundle.server";

/**
 * A bundle of which an activity or experiment is about to be started, before that is: else the thing would stand there
 * while its bundle refuses it. @throws AppError as `accessBundle`, and what the rule says.
 */
export async function bundleToLead(ctx: Ctx, id: string): Promise<{ id: string; title: string; spaceId: string }> {
  const { bundle, relation } = await accessBundle(ctx, id);
  const verdict = mayBundleQuestions(ctx.actor, relation);
  if (verdict !== true) throw new AppError(verdict);
  return { id: bundle.id, title: bundle.title, spaceId: bundle.spaceId };
}
