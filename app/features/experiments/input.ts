import { z } from "zod";
import { experimentStages } from "~/permissions/experiments";
import { limits } from "~/platform/limits";
import { writtenLine, writtenText } from "~/platform/written-text";
import { audiences, outcomes } from "./codes";

const id = z.uuid("not_valid");
/** Of forms, where a number comes as text. */
const rev = z.coerce.number().int().min(1).max(2 ** 31 - 1);
const empty = z.literal("").transform(() => null);

const answer = writtenText(limits.shortTextCharacters);
const words = {
  title: writtenLine(limits.titleCharacters, 3),
  /** The three questions; the rest may stay empty. */
  wantToKnow: answer,
  whatWeDo: answer,
  whenWeStop: answer,
  howWeMeasure: writtenText(limits.shortTextCharacters, 0).default(""),
  /** Number of a strategic objective of the plan. */
  objective: z.union([empty, z.string().regex(/^\d{1,2}$/, "not_valid")]).default(null),
  learningForm: writtenLine(limits.titleCharacters, 0).default("").transform((form) => form || null),
  audience: z.union([empty, z.enum(audiences, "not_valid")]).default(null),
};

export const StartExperimentInput = z.strictObject({
  /** Made by the client, so that a retry starts one experiment. */
  id,
  groupId: id,
  ...words,
});

export const ChangeExperimentInput = z.strictObject({ id, rev, ...words });
export const MoveExperimentInput = z.strictObject({ id, rev, to: z.enum(experimentStages, "not_valid") });

export const TellLessonInput = z.strictObject({
  id,
  rev,
  outcome: z.enum(outcomes, "required"),
  measured: writtenText(limits.shortTextCharacters, 0).default(""),
  lesson: answer,
});
