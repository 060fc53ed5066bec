import { eq } from "drizzle-orm";
import { actor as actorTable, consent } from "#db/schema/index";
import { mayAnswerStudy, mayWithdraw } from "~/permissions/research";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { accessStudy, type AccessedStudy } from "./access-study.server";
import { consentAnswered, rowsWithdrawn } from "./facts";
import { AnswerStudyInput, WithdrawInput } from "./input";
import { newestAnswer, releasesWith, researchersOf, type ConsentRow } from "./queries.server";

export interface ConsentReceipt {
  answer: ConsentRow["answer"];
  /** To keep, such as "A1B2-C3D4". */
  receipt: string;
}

/**
 * A resident says yes or no to one study; the default is no, and no answer is no. A yes covers what is done from now on,
 * or also what was done before.
 * @throws AppError `too_young` under 16, `join_space` for who takes part in no space of the study, `closed`, `stale` when the
 *   sheet changed meanwhile, `not_found`, `sign_in`.
 */
export const answerStudy = defineAction({
  name: "research.answer",
  input: AnswerStudyInput,
  limit: perPerson(60, "hour"),
  load: (ctx, input) => accessOneByOne(ctx, input.study),
  allow: (actor, { relation }) => mayAnswerStudy(actor, relation),
  run: async (ctx, { input, loaded, fact }): Promise<ConsentReceipt> => {
    if (input.version !== loaded.study.sheetVersion) throw new AppError("stale");
    const answer = input.answer === "yes" ? ("given" as const) : ("refused" as const);
    const took = loaded.relation.answer === "given" && answer === "refused";
    return keepAnswer(ctx, loaded, { id: input.id, answer, coversBefore: answer === "given" && input.covers === "before" }, took, fact);
  },
});

/**
 * Takes a yes back, in one tap: gone from every later release; files that were made with it can no longer be fetched, and
 * the researchers are asked to destroy what they have.
 * @returns the receipt.
 * @throws AppError `already_done` without a yes, `not_found`, `sign_in`.
 */
export const withdrawFromStudy = defineAction({
  name: "research.withdraw",
  input: WithdrawInput,
  limit: perPerson(60, "hour"),
  load: async (ctx, input) => {
    const loaded = await accessOneByOne(ctx, input.study);
    const repeated = loaded.answer?.id === input.id && loaded.answer.answer === "withdrawn";
    return { ...loaded, repeated };
  },
  allow: (actor, { relation, repeated }) => (repeated ? true : mayWithdraw(actor, relation)),
  run: (ctx, { input: { id }, loaded, fact }) => keepAnswer(ctx, loaded, { id, answer: "withdrawn", coversBefore: false }, true, fact),
});

/** Answers of one person follow one another: the actor's row is locked before the newest is read. */
async function accessOneByOne(ctx: Ctx, studyId: string): Promise<AccessedStudy> {
  if (ctx.actor.actorId !== null) await ctx.db.select({ id: actorTable.id }).from(actorTable).where(eq(actorTable.id, ctx.actor.actorId)).for("no key update");
  return accessStudy(ctx, studyId);
}

type NewAnswer = Pick<ConsentRow, "id" | "answer" | "coversBefore">;

async function keepAnswer(ctx: Ctx, { study, answer: before }: AccessedStudy, given: NewAnswer, takesBack: boolean, fact: FactWriter): Promise<ConsentReceipt> {
  const actorId = ctx.actor.actorId!;
  const receipt = receiptOf(given.id);
  // The newest counts, so two of one person never have the same moment.
  const at = before && before.at >= ctx.now ? new Date(before.at.getTime() + 1) : ctx.now;
  const kept = await ctx.db
    .insert(consent)
    .values({ ...given, studyId: study.id, sheetVersion: study.sheetVersion, actorId, receipt, at, channel: channelOf(ctx) })
    .onConflictDoNothing()
    .returning({ id: consent.id });
  if (kept.length === 0) {
    const same = await newestAnswer(ctx, study.id, actorId);
    if (same?.id !== given.id) throw new AppError("already_done");
    return { answer: same.answer, receipt: same.receipt };
  }
  const { answer, coversBefore } = given;
  fact(consentAnswered, { object: { kind: "study", id: study.id }, data: { answer, sheetVersion: study.sheetVersion, coversBefore } });
  if (takesBack) await tellResearchers(ctx, { studyId: study.id, actorId }, fact);
  return { answer, receipt };
}

/** Asks the researchers to destroy rows, when an earlier release held some of this actor; not of whom. */
export async function tellResearchers(ctx: Ctx, { studyId, actorId }: { studyId: string; actorId: string }, fact: FactWriter): Promise<void> {
  if ((await releasesWith(ctx, studyId, actorId)) === 0) return;
  for (const researcher of await researchersOf(ctx, studyId)) {
    fact(rowsWithdrawn, { stream: streamId("person", researcher), data: { study: studyId } });
  }
}

/** Whether the person answered alone, with somebody beside them, or on paper. */
function channelOf({ channel }: Ctx): ConsentRow["channel"] {
  if (channel === "paper") return "paper";
  return channel === "facilitator" ? "assisted" : "self";
}

function receiptOf(id: string): string {
  const eight = id.replaceAll("-", "").slice(0, 8).toUpperCase();
  return `${eight.slice(0, 4)}-${eight.slice(4)}`;
}
