import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeStudy, readStudyForm } from "~/features/research/index.server";
import { StudyFormScreen } from "~/features/research/study-form-screen";
import { researchWords } from "~/features/research/words";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return { form: await answerPage(request, () => readStudyForm(ctxOf({ context }), params.study!)) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { slug } = await changeStudy(ctxOf({ context }), fields);
    return redirect(`/beheer/studies/${slug}?gelukt=1`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: researchWords.for(language)("form_change_title"), noindex: true }));

export default function ChangeStudy() {
  return <StudyFormScreen {...useLoaderData<typeof loader>()} id="" refusal={useActionData<typeof action>()?.refusal} />;
}
