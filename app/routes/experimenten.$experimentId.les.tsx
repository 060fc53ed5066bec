import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LessonScreen } from "~/features/experiments/experiment-form-screens";
import { readLessonForm, tellLesson } from "~/features/experiments/index.server";
import { experimentWords } from "~/features/experiments/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readLessonForm(ctxOf({ context }), addressId(params.experimentId)));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { id } = await tellLesson(ctxOf({ context }), { ...fields, id: params.experimentId });
    return redirect(`/experimenten/${id}`);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: experimentWords.for(language)("title_lesson_form"), noindex: true }));

export default function Lesson() {
  return <LessonScreen form={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
