import { studyAnswer } from "#db/schema/index";
import { mayAnswerForStudy } from "~/permissions/research";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessStudyToChange } from "./access-study.server";
import { organisationAnswered } from "./facts";
import { AnswerForStudyInput } from "./input";

/**
 * An organisation that runs a named space says yes or no to a study; one no keeps that space out, from then on. It may
 * change its mind as long as the study is not closed.
 * @throws AppError `not_found` for who does not speak for it, `closed`, `sign_in`.
 */
export const answerForStudy = defineAction({
  name: "research.answer-for-organisation",
  input: AnswerForStudyInput,
  limit: perPerson(60, "hour"),
  load: (ctx, input) => accessStudyToChange(ctx, input.study),
  allow: (actor, { relation }, input) => mayAnswerForStudy(actor, relation, input.organisation),
  run: async (ctx, { input: { study: studyId, organisation: organisationId, answer, reason }, fact }): Promise<void> => {
    const row = { agrees: answer === "yes", reason, byActor: ctx.actor.actorId!, at: ctx.now };
    await ctx.db
      .insert(studyAnswer)
      .values({ studyId, organisationId, ...row })
      .onConflictDoUpdate({ target: [studyAnswer.studyId, studyAnswer.organisationId], set: row });
    fact(organisationAnswered, { object: { kind: "study", id: studyId }, organisationId, data: { organisation: organisationId, agrees: row.agrees } });
  },
});
