import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listActivitiesOfSpace } from "~/features/activities/index.server";
import { AnswerScreen, type AnswerThing } from "~/features/discussions/questions/answer-screen";
import { answerQuestion, readAnswerForm } from "~/features/discussions/index.server";
import { discussionHref } from "~/features/discussions/views";
import { discussionWords } from "~/features/discussions/words";
import { listExperiments } from "~/features/experiments/index.server";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

/** The question, and what of its leerplek can answer it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerPage(request, async () => {
    const form = await readAnswerForm(ctx, { id: params.questionId! });
    const slug = form.place.space.slug;
    const { activities } = await listActivitiesOfSpace(ctx, { slug, when: "upcoming", page: 1 });
    const { experiments } = await listExperiments(ctx, { slug, page: 1 });
    const things: AnswerThing[] = [
      ...activities.map(({ id, title }) => ({ kind: "activity" as const, id, title })),
      ...experiments.map(({ id, title }) => ({ kind: "experiment" as const, id, title })),
    ];
    return { form, things };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ answer }) => {
    const discussion = addressId(params.questionId);
    const [toKind, toId] = String(answer ?? "").split(":");
    await answerQuestion(ctxOf({ context }), { discussion, toKind, toId });
    return redirect(discussionHref(discussion));
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: discussionWords.for(language)("title_answer"), noindex: true }));

export default function Answer() {
  return <AnswerScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
