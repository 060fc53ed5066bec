import { accessSpace } from "~/features/spaces/index.server";
import { mayCarrySpace } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";

export interface CarryForm {
  space: { slug: string; name: string };
  /** Whether all texts may be chosen, or one's own alone. */
  all: boolean;
}

/** What the form for taking texts along needs. @throws AppError as `accessSpace`, `sign_in`. */
export async function readCarryForm(ctx: Ctx, slug: string): Promise<CarryForm> {
  const { space, relation } = await accessSpace(ctx, { slug });
  const mine = mayCarrySpace(ctx.actor, relation, { mine: true });
  if (mine !== true) throw new AppError(mine);
  return { space: { slug: space.slug, name: space.name }, all: mayCarrySpace(ctx.actor, relation, { mine: false }) === true };
}
