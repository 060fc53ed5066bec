import { isStaff } from "~/features/accounts/index.server";
import { mayGivePaperCode } from "~/permissions/accounts";
import { hasRole } from "~/permissions/relations";
import { mayRemoveMember } from "~/permissions/spaces";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessMember } from "./access-member.server";
import { accessSpace } from "./access-space.server";

export interface MemberView {
  spaceId: string;
  slug: string;
  id: string;
  shownName: string;
  takesPart: boolean;
  admittedHow: "open" | "approved" | "invited" | "card" | "appointed";
  joinedAt: string;
  may: { giveCode: Verdict; remove: Verdict };
}

/** What a facilitator or steward sees of one member: nothing but what concerns this leerplek. @throws AppError `not_found` for everyone else. */
export async function readMember(ctx: Ctx, asked: { slug: string; membershipId: string }): Promise<MemberView> {
  const { space: row, relation } = await accessSpace(ctx, { slug: asked.slug });
  if (!hasRole(relation, "space_steward", "facilitator")) throw new AppError("not_found");
  const { member } = await accessMember(ctx, row.id, asked.membershipId);
  const receiverIsStaff = await isStaff(ctx, member.personId);
  const takesPart = member.leftAt === null;
  const self = member.personId === ctx.actor.personId;
  return {
    spaceId: row.id,
    slug: row.slug,
    id: member.id,
    shownName: member.shownName,
    takesPart,
    admittedHow: member.admittedHow,
    joinedAt: member.joinedAt.toISOString(),
    may: {
      giveCode: mayGivePaperCode(ctx.actor, { receiver: member.personId, giverHasRole: true, receiverTakesPart: takesPart, receiverIsStaff }),
      remove: mayRemoveMember(ctx.actor, relation, { self, takesPart, staff: receiverIsStaff }),
    },
  };
}
