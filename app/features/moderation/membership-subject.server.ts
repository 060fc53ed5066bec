import { eq } from "drizzle-orm";
import { actor, spaceMembership } from "#db/schema/index";
import { accessMember } from "~/features/spaces/index.server";
import { AppError } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { defineSubject, type Reported } from "./subjects.server";
import { spaceHref } from "./space-subject.server";

/** Somebody who takes part: how they behave, or the name they chose. The measures are those on a person. */
defineSubject({
  kind: "membership",
  see: async (ctx, id) => {
    const found = await describe(ctx, id);
    if (!found) throw new AppError("not_found");
    // Who reads without an account cannot tell people apart.
    if (!signedIn(ctx.actor)) throw new AppError("sign_in");
    await accessMember({ ...ctx, writing: false }, found.spaceId, id);
    return found;
  },
  find: describe,
  measures: {},
});

async function describe(ctx: Ctx, id: string): Promise<Reported | null> {
  const [row] = await ctx.db
    .select({ membership: spaceMembership, actorId: actor.id })
    .from(spaceMembership)
    .innerJoin(actor, eq(actor.personId, spaceMembership.personId))
    .where(eq(spaceMembership.id, id));
  if (!row) return null;
  const { spaceId, shownName } = row.membership;
  return { spaceId, groupId: null, authorActor: row.actorId, title: shownName, text: shownName, shownName, href: await spaceHref(ctx, spaceId), state: "visible" };
}
