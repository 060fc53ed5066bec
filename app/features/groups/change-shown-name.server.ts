import { and, eq, exists, or, sql } from "drizzle-orm";
import { group, groupMembership, spaceMembership, spaceRole } from "#db/schema/index";
import { accessSpace, nameChanged, spaceStream } from "~/features/spaces/index.server";
import { ShownNameInput } from "~/features/spaces/input";
import { mayChangeShownName } from "~/permissions/spaces";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { nameChangedInGroup } from "./facts";
import { groupStream } from "./group-stream.server";

/**
 * Changes the name one shows in a leerplek, and whether readers without an account see it; older messages follow.
 * @throws AppError `join_space` for who does not take part, `not_found`, `sign_in`, `invalid_input`.
 */
export const changeShownName = defineAction({
  name: "space.change-shown-name",
  input: ShownNameInput,
  limit: perPerson(10, "minute"),
  load: (ctx, input) => accessSpace(ctx, { id: input.spaceId }),
  allow: (actor, { relation }) => mayChangeShownName(actor, relation),
  run: async (ctx, { input, loaded, fact }) => {
    const { spaceId, shownName, nameForEveryone } = input;
    const object = { kind: "member", id: loaded.membership!.id };
    await ctx.db
      .update(spaceMembership)
      .set({ shownName, nameForEveryone, rev: sql`${spaceMembership.rev} + 1` })
      .where(eq(spaceMembership.id, object.id));
    fact(nameChanged, { stream: spaceStream(spaceId), spaceId, object, data: { forEveryone: nameForEveryone } });
    for (const groupId of await groupsThatShow(ctx, spaceId)) fact(nameChangedInGroup, { stream: groupStream(groupId), spaceId, groupId, object, data: {} });
    return { slug: loaded.space.slug };
  },
});

/** Groups where the actor's name may stand: where they are or were a member, and everywhere once they had a task. */
async function groupsThatShow(ctx: Ctx, spaceId: string): Promise<string[]> {
  const personId = ctx.actor.personId!;
  const one = { one: sql`1` };
  const inGroup = ctx.db.select(one).from(groupMembership).where(and(eq(groupMembership.groupId, group.id), eq(groupMembership.personId, personId)));
  const staff = ctx.db.select(one).from(spaceRole).where(and(eq(spaceRole.spaceId, spaceId), eq(spaceRole.personId, personId)));
  const rows = await ctx.db
    .select({ id: group.id })
    .from(group)
    .where(and(eq(group.spaceId, spaceId), or(exists(inGroup), exists(staff))))
    .orderBy(group.id);
  return rows.map((row) => row.id);
}
