import { z } from "zod";
import { appointable } from "~/permissions/spaces";
import { limits } from "~/platform/limits";
import { writtenLine, writtenText } from "~/platform/written-text";
import { ownRules } from "./house-rules";

const id = z.uuid();
const yes = z.literal("yes", "required");
const tick = z.literal("yes").optional().transform((value) => value === "yes");
const phone = z.string().trim().regex(/^\+?[\d\s./()-]{6,30}$/, "not_valid");
const email = z.string().trim().toLowerCase().max(254, "too_long").pipe(z.email("not_valid"));
const empty = z.string().trim().length(0);
/** One rule per line, as the form has it, or already a list. */
const houseRules = z
  .union([z.array(z.string()), z.string().transform((text) => text.split("\n"))])
  .transform((rules) => ownRules(rules.map((rule) => rule.trim()).filter(Boolean)))
  .pipe(z.array(writtenLine(300)).min(1).max(30));
const listOf = (item: z.ZodString, most: number) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat())
    .pipe(z.array(item).max(most));
/** A day as a date field gives it; the right holds until that day is over, in Western Europe. */
const untilDay = z.iso.date("not_valid").transform((day) => new Date(`${day}T21:59:59Z`));

export const shownName = writtenLine(limits.nameCharacters);
export const staffFunction = writtenLine(limits.nameCharacters);

const settings = {
  name: writtenLine(80, 3),
  summary: writtenText(limits.shortTextCharacters),
  themeKey: z.string().regex(/^[a-z0-9-]{1,60}$/, "not_valid"),
  areas: listOf(z.string().regex(/^\d{5}$/, "not_valid"), 600).default([]),
  visibility: z.enum(["public", "members"]),
  joining: z.enum(["open", "request", "invitation"]),
  houseRules,
  contactName: writtenLine(limits.nameCharacters),
  contactPhone: phone,
  contactEmail: z.union([empty, email]).default(""),
  dataProtectionContact: writtenLine(200),
};

export const StartSpaceInput = z.strictObject({ id, organisationId: id, ...settings, shownName, function: staffFunction });
export const ChangeSpaceInput = z.strictObject({ spaceId: id, rev: z.coerce.number().int().min(1), ...settings });

export const SpaceInput = z.strictObject({ spaceId: id });
export const PartnerInput = z.strictObject({ spaceId: id, organisationId: id });
/** With a yes comes the name and function of the steward who says it: they run the space from then on. */
export const AnswerPartnerInput = z.discriminatedUnion("answer", [
  z.strictObject({ answer: z.literal("yes"), spaceId: id, organisationId: id, shownName, function: staffFunction }),
  z.strictObject({ answer: z.literal("no"), spaceId: id, organisationId: id }),
]);
export const TakeUpInput = z.strictObject({ spaceId: id, organisationId: id, shownName, function: staffFunction });

const appointment = { spaceId: id, role: z.enum(appointable), organisationId: id, function: staffFunction, until: untilDay };
export const AppointInput = z.strictObject({ ...appointment, signInName: z.string().trim().toLowerCase().min(1).max(80) });
export const InviteToRoleInput = z.strictObject({ id, ...appointment });
export const EndRoleInput = z.strictObject({ spaceId: id, roleId: id });

export const JoinSpaceInput = z.strictObject({ spaceId: id, shownName, agree: yes, nameForEveryone: tick });
export const ShownNameInput = z.strictObject({ spaceId: id, shownName, nameForEveryone: tick });
export const MemberInput = z.strictObject({ spaceId: id, membershipId: id });

const organisation = {
  name: writtenLine(120, 2),
  kind: z.enum(["municipality", "ocmw", "association", "school", "employer", "province", "other"]),
  nis: z.union([empty, z.string().regex(/^\d{5}$/, "not_valid")]).default("").transform((nis) => nis || null),
  phone: z.union([empty, phone]).default("").transform((value) => value || null),
  email: z.union([empty, email]).default("").transform((value) => value || null),
  website: z.union([empty, z.url({ protocol: /^https?$/, error: "not_valid" }).max(200)]).default("").transform((value) => value || null),
};
export const MakeOrganisationInput = z.strictObject({ id, ...organisation });
export const ChangeOrganisationInput = z.strictObject({ id, ...organisation });
const signInName = z.string().trim().toLowerCase().min(1).max(80);
export const AppointStewardInput = z.strictObject({ organisationId: id, signInName });
export const EndStewardInput = z.strictObject({ organisationId: id, actorId: id });
const installationRole = z.enum(["administrator", "coordinator", "data_steward", "duty_desk"]);
export const GiveInstallationRoleInput = z.strictObject({ role: installationRole, signInName });
export const EndInstallationRoleInput = z.strictObject({ role: installationRole, actorId: id });
