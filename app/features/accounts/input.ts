import { z } from "zod";
import { limits } from "~/platform/limits";

/** One line of text: no control characters, no half characters, nothing that turns the direction of reading around. */
const line = (characters: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(characters)
    .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u, "not_valid");

/** Measured in bytes before anything is done with it. */
const password = z
  .string()
  .min(1)
  .refine((value) => new TextEncoder().encode(value).length <= limits.passwordBytes, "too_long")
  .refine((value) => !value.includes("\0") && !/\p{Cs}/u.test(value), "not_valid");

const email = z.string().trim().toLowerCase().max(254, "too_long").pipe(z.email("not_valid"));
const noEmail = z.union([z.null(), z.string().trim().length(0)]).transform(() => null);
const device = z.enum(["own", "shared"]).default("shared");
/** Coarse name of the browser and system, such as "Firefox · Windows". */
const label = z.string().max(60).default("");
const deviceProofs = z.array(z.string().max(43)).max(5).default([]);
const linkSecret = z.string().regex(/^[\w-]{43}$/, "not_valid");

export const NameInput = z.strictObject({ name: line(limits.nameCharacters) });

export const MakeAccountInput = z.strictObject({
  name: line(limits.nameCharacters),
  password,
  age: z.enum(["16_plus", "13_to_15", "under_13"], "required"),
  email: z.union([noEmail, email]).default(null),
  device,
  label,
  deviceProofs,
});

export const SignInInput = z.strictObject({ name: line(254), password, device, label, deviceProofs });

export const ChangePasswordInput = z.strictObject({ currentPassword: password, password, deviceProofs });

export const SetEmailInput = z.strictObject({ email: z.union([noEmail, email]), currentPassword: password });

export const ConfirmEmailInput = z.strictObject({ link: linkSecret });

export const MailLanguageInput = z.strictObject({ language: z.enum(["nl", "fr", "en"]) });

export const RequestResetInput = z.strictObject({ name: line(254) });

export const ResetPasswordInput = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("paper"), name: line(254), code: z.string().min(1).max(20), password }),
  z.strictObject({ by: z.literal("email"), link: linkSecret, password }),
]);

export const FirstAdministratorInput = z.strictObject({
  link: linkSecret,
  name: line(limits.nameCharacters),
  password,
  email: z.union([noEmail, email]).default(null),
  label,
});

export const EndSessionInput = z.strictObject({ session: z.string().regex(/^[0-9a-f]{64}$/, "not_valid") });

export const EraseAccountInput = z.strictObject({ currentPassword: password, words: z.enum(["keep", "remove"], "required") });

/** Tick boxes: what is not ticked is not sent. */
const ticked = z.literal("yes").optional().transform((value) => value === "yes");
export const PresenceInput = z.strictObject({ presence: ticked, typing: ticked });

export const DraftInput = z.strictObject({
  /** Where it was being written, such as `discussion:<id>`. */
  place: z.string().regex(/^[a-z-]{1,30}:[0-9a-f-]{36}$/, "not_valid"),
  text: z.string().max(limits.messageCharacters).regex(/^[^\0\p{Cs}]*$/u, "not_valid"),
});

export const NoInput = z.strictObject({});
