import { eq } from "drizzle-orm";
import { group, theme } from "#db/schema/index";
import { accessSpace, spaceStream } from "~/features/spaces/index.server";
import { actingRole } from "~/permissions/relations";
import { mayFacilitate } from "~/permissions/spaces";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { groupListChanged, groupMade } from "./facts";
import { groupStream } from "./group-stream.server";
import { MakeGroupInput } from "./input";

/**
 * Makes a group in a leerplek. Where nothing is said about it, a group about a sensitive theme starts closed. Sent twice
 * it is there once.
 * @throws AppError `forbidden`, `paused`, `closed`, `not_found`, `sign_in`, `invalid_input`, `too_many`.
 */
export const makeGroup = defineAction({
  name: "group.make",
  input: MakeGroupInput,
  limit: perPerson(20, "hour"),
  load: (ctx, input) => accessSpace(ctx, { id: input.spaceId }),
  allow: (actor, { relation }) => mayFacilitate(actor, relation),
  run: async (ctx, { input, loaded, fact }) => {
    const start = await startOf(ctx, loaded.space);
    const { id, spaceId, name, description, visibility = start.visibility, joining = start.joining } = input;
    const made = await ctx.db
      .insert(group)
      .values({ id, spaceId, name, description, visibility, joining, createdAt: ctx.now })
      .onConflictDoNothing({ target: group.id })
      .returning({ id: group.id });
    if (made.length === 0) return { groupId: id, slug: loaded.space.slug };
    const role = actingRole(loaded.relation);
    fact(groupMade, { stream: groupStream(id), spaceId, groupId: id, role, data: { visibility, joining } });
    if (joining !== "invitation") fact(groupListChanged, { stream: spaceStream(spaceId), spaceId, groupId: id, role, data: { what: "made" } });
    return { groupId: id, slug: loaded.space.slug };
  },
});

/** How a new group starts in this space: closed where the theme is sensitive or the space is not for everyone. */
export async function startOf(ctx: Parameters<typeof accessSpace>[0], space: { themeKey: string; visibility: "public" | "members" }) {
  const [itsTheme] = await ctx.db.select({ sensitive: theme.sensitive }).from(theme).where(eq(theme.key, space.themeKey));
  const closed = (itsTheme?.sensitive ?? true) || space.visibility === "members";
  return { sensitive: itsTheme?.sensitive ?? true, visibility: closed ? ("members" as const) : ("public" as const), joining: closed ? ("request" as const) : ("open" as const) };
}
