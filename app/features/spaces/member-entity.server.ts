import { inArray } from "drizzle-orm";
import { actor, spaceMembership } from "#db/schema/index";
import { eq } from "drizzle-orm";
import { defineEntity } from "~/platform/entities.server";
import { showPeople, spaceOfStream } from "./show-people.server";

/** A member as everyone in the space may see them: shown name and, for staff, function and organisation. */
defineEntity("member", async (ctx, ids, stream) => {
  const spaceId = await spaceOfStream(ctx, stream);
  const rows = await ctx.db
    .select({ membership: spaceMembership, actorId: actor.id })
    .from(spaceMembership)
    .innerJoin(actor, eq(actor.personId, spaceMembership.personId))
    .where(inArray(spaceMembership.id, ids));
  const here = rows.filter((row) => row.membership.spaceId === spaceId);
  const people = spaceId === null ? new Map() : await showPeople(ctx, spaceId, here.map((row) => row.actorId));
  return ids.map((id) => {
    const row = here.find((one) => one.membership.id === id);
    if (!row) return { kind: "member", id, rev: Number.MAX_SAFE_INTEGER, gone: "removed" };
    const { shownName, staff } = people.get(row.actorId)!;
    return { kind: "member", id, rev: row.membership.rev, shownName, ...(staff ? { staff } : {}), ...(row.membership.leftAt ? { left: true } : {}) };
  });
});
