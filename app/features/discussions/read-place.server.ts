import { eq } from "drizzle-orm";
import { theme } from "#db/schema/index";
import type { GroupRow } from "~/features/groups/index.server";
import type { SpaceRow } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { Accent, IconName } from "~/ui";

/** Where a conversation takes place, for the head of its page. */
export interface Place {
  group: { id: string; name: string };
  space: { slug: string; name: string };
  accent: Accent;
  icon: IconName;
  /** The theme's name for residents. */
  theme: string;
}

export async function readPlace(ctx: Ctx, { group, space }: { group: GroupRow; space: SpaceRow }): Promise<Place> {
  const [row] = await ctx.db.select().from(theme).where(eq(theme.key, space.themeKey));
  return {
    group: { id: group.id, name: group.name },
    space: { slug: space.slug, name: space.name },
    accent: (row?.accent ?? "teal") as Accent,
    icon: (row?.icon ?? "users-round") as IconName,
    theme: row?.name ?? "",
  };
}
