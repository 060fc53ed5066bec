import { showPeople } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { moderationWords } from "./words";

/** How those who act for a space are named on its desk and in its log: name, function and organisation. */
export async function officialNames(ctx: Ctx, spaceId: string, actorIds: (string | null | undefined)[]): Promise<(actorId: string | null | undefined) => string | null> {
  const shown = await showPeople(ctx, spaceId, actorIds.filter((id) => id != null));
  const t = moderationWords.for(ctx.language);
  return (actorId) => {
    const one = actorId ? shown.get(actorId) : undefined;
    if (!one) return null;
    if (one.gone) return one.shownName;
    if (one.staff) return `${one.shownName}, ${one.staff.function}, ${one.staff.organisation}`;
    // The duty desk has no name in the space.
    return one.membershipId ? one.shownName : t("official_duty_desk");
  };
}
