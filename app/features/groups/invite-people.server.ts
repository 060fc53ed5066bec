import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { spaceInvitation } from "#db/schema/index";
import { accessSpace, invitationMade } from "~/features/spaces/index.server";
import { mayInvitePeople } from "~/permissions/groups";
import { actingRole, hasRole } from "~/permissions/relations";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { accessGroupFront } from "./access-group.server";
import { InvitePeopleInput } from "./input";
import { hashInvitationCode, makeInvitationCode } from "./invitation-code.server";

/**
 * Makes links or cards, each for one person, once, within two weeks: into a leerplek, or into one of its groups. Shown now or never.
 * What a helper makes is a card.
 * @throws AppError `forbidden`, `paused`, `closed`, `not_found`, `sign_in`, `already_done` for a form that was sent before.
 */
export const invitePeople = defineAction({
  name: "group.invite-people",
  input: InvitePeopleInput,
  limit: perPerson(20, "hour"),
  load: async (ctx, input) => {
    const { space, relation } = await accessSpace(ctx, { id: input.spaceId });
    const accessed = input.groupId ? await accessGroupFront(ctx, input.groupId) : null;
    if (accessed && accessed.space.id !== input.spaceId) throw new AppError("not_found");
    return { space, relation, group: accessed };
  },
  allow: (actor, { relation, group }) => mayInvitePeople(actor, relation, group?.relation ?? null),
  run: async (ctx, { input, loaded, fact }) => {
    const { batch, spaceId, groupId, count } = input;
    const how: "invited" | "card" = hasRole(loaded.relation, "space_steward", "facilitator") ? "invited" : "card";
    const expiresAt = new Date(ctx.now.getTime() + limits.invitation * 1_000);
    const first = idOf(batch, 0);
    const before = await ctx.db.select({ id: spaceInvitation.id }).from(spaceInvitation).where(eq(spaceInvitation.id, first));
    if (before.length > 0) throw new AppError("already_done");
    const codes = Array.from({ length: count }, makeInvitationCode);
    await ctx.db.insert(spaceInvitation).values(
      codes.map((code, index) => ({
        id: idOf(batch, index),
        spaceId,
        groupId,
        role: "member" as const,
        how,
        codeHash: hashInvitationCode(code),
        expiresAt,
        createdByActor: ctx.actor.actorId,
        createdAt: ctx.now,
      })),
    );
    fact(invitationMade, { spaceId, groupId, role: actingRole(loaded.relation), object: { kind: "invitation", id: first }, data: { role: "member", how, count } });
    return { codes, expiresAt, how };
  },
});

/** The id of one invitation of a batch: the same form sent twice collides instead of making more. */
function idOf(batch: string, index: number): string {
  if (index === 0) return batch;
  const hash = createHash("sha256").update(`${batch}:${index}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
