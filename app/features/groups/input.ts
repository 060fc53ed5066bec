import { z } from "zod";
import { limits } from "~/platform/limits";
import { writtenLine, writtenText } from "~/platform/written-text";

const id = z.uuid();
const yes = z.literal("yes", "required");
const name = writtenLine(limits.nameCharacters);
/** A name that only those need who have none in the leerplek yet. */
const nameIfNone = z.union([z.string().trim().length(0), name]).default("");
const reason = writtenText(limits.shortTextCharacters);

const settings = {
  name: writtenLine(80, 2),
  description: writtenText(limits.shortTextCharacters, 0).default(""),
  visibility: z.enum(["public", "members"]),
  joining: z.enum(["open", "request", "invitation"]),
};

export const MakeGroupInput = z.strictObject({ id, spaceId: id, ...settings, visibility: settings.visibility.optional(), joining: settings.joining.optional() });
/** "Zoals gewoonlijk" chooses nothing; a form that does not ask leaves it as it is. */
const presence = z.enum(["usual", "on", "off"]).optional();
/** Who leaves remarks with texts; what is left out stays as it is. */
const remarks = z.enum(["writers", "readers"]).optional();
export const ChangeGroupInput = z.strictObject({ groupId: id, rev: z.coerce.number().int().min(1), ...settings, presence, remarks });
export const GroupInput = z.strictObject({ groupId: id });

export const JoinGroupInput = z.strictObject({ groupId: id, shownName: nameIfNone, agree: yes.optional(), nameForEveryone: z.literal("yes").optional() });
export const AskToJoinInput = z.strictObject({ groupId: id, text: writtenText(limits.shortTextCharacters, 0).default(""), shownName: nameIfNone, agree: yes.optional() });
export const RequestInput = z.strictObject({ requestId: id });
export const DecideRequestInput = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("accept"), requestId: id }),
  z.strictObject({ decision: z.literal("decline"), requestId: id, reason }),
]);
export const GroupMemberInput = z.strictObject({ groupId: id, membershipId: id });
export const RemoveFromGroupInput = z.strictObject({ groupId: id, membershipId: id, reason });
export const SetWritingInput = z.strictObject({ groupId: id, membershipId: id, mayWrite: z.enum(["yes", "no"]).transform((value) => value === "yes") });
export const LetTypeInput = z.strictObject({ groupId: id, allowed: z.enum(["yes", "no"]).transform((value) => value === "yes") });
export const RemoveMemberInput = z.strictObject({ spaceId: id, membershipId: id, reason });

/** `batch` is made by the form, so that sending twice makes the links once. */
export const InvitePeopleInput = z.strictObject({ batch: id, spaceId: id, groupId: z.union([z.string().length(0), id]).default("").transform((value) => value || null), count: z.coerce.number().int().min(1).max(10).default(1) });
export const invitationCode = z.string().trim().min(8).max(60).regex(/^[\w-]+$/, "not_valid");
export const AcceptInvitationInput = z.strictObject({ code: invitationCode, shownName: nameIfNone, function: nameIfNone, agree: yes });
