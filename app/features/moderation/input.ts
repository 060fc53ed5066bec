import { z } from "zod";
import { reportWords, type ReportKind } from "~/features/house-rules/report-path";
import { limits } from "~/platform/limits";
import { writtenText } from "~/platform/written-text";
import { findings, laws, measures, reportReasons } from "./codes";

const id = z.uuid("not_valid");
/** A tick box of a form, or a yes or no. */
const ticked = z.union([z.boolean(), z.literal("yes").transform(() => true), z.literal("").transform(() => false)]).default(false);
const optionalText = writtenText(limits.shortTextCharacters, 0).default("");
const version = z.coerce.number().int().min(1);
const empty = z.literal("").transform(() => undefined);
export const reportKinds = Object.keys(reportWords) as [ReportKind, ...ReportKind[]];

export const ReportInput = z.strictObject({
  /** Made by the page, so that a second tap reports once. */
  id,
  /** Opens the status page; made by the page too, only its hash is kept. */
  secret: z.string().regex(/^[\w-]{43}$/, "not_valid"),
  kind: z.enum(reportKinds),
  subject: id,
  reason: z.enum(reportReasons, "required"),
  explanation: optionalText,
  danger: ticked,
  illegal: ticked,
  law: z.union([z.enum(laws), empty]).optional(),
  goodFaith: ticked,
  contact: z.union([empty, z.string().trim().toLowerCase().max(254, "too_long").pipe(z.email("not_valid"))]).optional(),
});

export const ReportIdInput = z.strictObject({ report: id });

export const CaseInput = z.strictObject({ case: id });

/** What the three taps choose; the same for the preview and for the decision. */
const choice = {
  case: id,
  version,
  found: z.enum(findings, "required"),
  /** `house:<place in the list>`, `law:<code>` or nothing. */
  rule: z.union([empty, z.string().regex(/^(house:\d{1,2}|law:[a-z_]+)$/, "not_valid")]).optional(),
  measure: z.enum(measures, "required"),
  scope: z.union([empty, z.enum(["group", "space"])]).optional(),
  words: optionalText,
};

export const DraftDecisionInput = z.strictObject({ ...choice, days: z.union([empty, z.coerce.number().int().min(0).max(90)]).optional() });

export const DecideCaseInput = z.strictObject({
  ...choice,
  /** Made by the page, so that a second tap decides once. */
  id,
  /** As the preview said it; nothing: until somebody lifts it. */
  until: z.union([empty, z.iso.datetime().transform((value) => new Date(value))]).optional(),
  /** Hash of the letter that the preview showed. */
  seal: z.string().regex(/^[0-9a-f]{64}$/, "not_valid"),
});

export const TakeBackInput = z.strictObject({ decision: id });

export const AskSecondLookInput = z.strictObject({ id, decision: id, text: writtenText(limits.shortTextCharacters) });

export const DecideSecondLookInput = z.strictObject({ appeal: id, version, outcome: z.enum(["upheld", "overturned"], "required"), answer: writtenText(limits.shortTextCharacters) });
