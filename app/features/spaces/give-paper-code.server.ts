import { createPaperCode, isStaff } from "~/features/accounts/index.server";
import { mayGivePaperCode } from "~/permissions/accounts";
import { hasRole } from "~/permissions/relations";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessMember } from "./access-member.server";
import { MemberInput } from "./input";

/**
 * A facilitator or steward gives somebody of their leerplek, who sits beside them, a one-time code for a new password. The
 * code is shown once; the person sees who gave it. Never for staff: whoever reads it would hold their rights.
 * @throws AppError `not_found` for who has no such role or is not of this space, `not_yourself`, `forbidden` for staff, `sign_in`, `too_many`, `busy`.
 */
export const givePaperCode = defineAction({
  name: "space.give-paper-code",
  input: MemberInput,
  limit: perPerson(20, "hour"),
  load: async (ctx, input) => {
    const accessed = await accessMember(ctx, input.spaceId, input.membershipId);
    return { ...accessed, receiverIsStaff: await isStaff(ctx, accessed.member.personId) };
  },
  allow: (actor, { relation, member, receiverIsStaff }) =>
    mayGivePaperCode(actor, {
      receiver: member.personId,
      giverHasRole: hasRole(relation, "space_steward", "facilitator"),
      receiverTakesPart: member.leftAt === null,
      receiverIsStaff,
    }),
  run: async (ctx, { input, loaded, fact }) => {
    const { code, expiresAt } = await createPaperCode(ctx, { personId: loaded.member.personId, spaceId: input.spaceId, fact });
    return { code, expiresAt, shownName: loaded.member.shownName };
  },
});
