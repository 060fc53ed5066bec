import { z } from "zod";
import { limits } from "~/platform/limits";
import { writtenLine, writtenText } from "~/platform/written-text";

const id = z.uuid("not_valid");
const listOf = (item: z.ZodType<string, string>, most: number) =>
  z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => [given].flat().filter(Boolean))
    .pipe(z.array(item).min(1, "required").max(most));
const from = z.iso.date("not_valid").transform((day) => new Date(`${day}T00:00:00Z`));
const until = z.iso.date("not_valid").transform((day) => new Date(`${day}T23:59:59Z`));

const settings = {
  title: writtenLine(limits.titleCharacters, 3),
  purpose: writtenText(limits.shortTextCharacters),
  investigator: writtenLine(120),
  institution: writtenLine(120),
  legalBasis: writtenLine(300),
  ethicsReference: writtenLine(120, 0).default(""),
  recipients: writtenText(limits.shortTextCharacters),
  fields: listOf(z.string().regex(/^[a-zA-Z0-9_.:-]{1,120}$/, "not_valid"), 400),
  spaces: listOf(id, 100),
  periodFrom: from,
  periodTo: until,
  retentionEnd: until,
  sheet: writtenText(limits.longTextCharacters),
};

interface Span {
  periodFrom: Date;
  periodTo: Date;
  retentionEnd: Date;
}
const endsAfterStart = (given: Span) => given.periodFrom < given.periodTo;
const keptAfterEnd = (given: Span) => given.periodTo <= given.retentionEnd;
const wrong = (field: keyof Span) => ({ path: [field], error: "not_valid" });

export const StartStudyInput = z.strictObject({ id, ...settings }).refine(endsAfterStart, wrong("periodTo")).refine(keptAfterEnd, wrong("retentionEnd"));
export const ChangeStudyInput = z.strictObject({ study: id, rev: z.coerce.number().int().min(1), ...settings }).refine(endsAfterStart, wrong("periodTo")).refine(keptAfterEnd, wrong("retentionEnd"));
export type StudySettings = z.infer<typeof StartStudyInput>;

export const StudyInput = z.strictObject({ study: id });
export const InviteResearcherInput = z.strictObject({
  /** Made by the page, so that a second tap invites once. */
  id,
  study: id,
  institution: writtenLine(120),
});
export const InvitationCodeInput = z.strictObject({ code: z.string().regex(/^[\w-]{43}$/, "not_valid") });

export const AnswerForStudyInput = z.strictObject({
  study: id,
  organisation: id,
  answer: z.enum(["yes", "no"], "required"),
  reason: writtenText(limits.shortTextCharacters, 0).default(""),
});

export const AnswerStudyInput = z.strictObject({
  /** Made by the page, so that a second tap answers once. */
  id,
  study: id,
  /** The version of the sheet that the person read. */
  version: z.coerce.number().int().min(1),
  answer: z.enum(["yes", "no"], "required"),
  covers: z.enum(["from_today", "before"]).default("from_today"),
});
export const WithdrawInput = z.strictObject({ id, study: id });

export const AskReleaseInput = z.strictObject({ id, study: id });
export const ReleaseInput = z.strictObject({ release: id });

/** What the job found, from inside the house. */
export const FinishReleaseInput = z.strictObject({
  release: id,
  outcome: z.discriminatedUnion("state", [
    z.strictObject({ state: z.enum(["refused", "failed"]), code: z.string() }),
    z.strictObject({
      state: z.literal("ready"),
      fileName: z.string(),
      sha256: z.string(),
      bytes: z.number(),
      participants: z.number(),
      events: z.number(),
      suppressed: z.record(z.string(), z.number()),
      rows: z.array(z.strictObject({ actorId: id, rows: z.number() })),
    }),
  ]),
});
