import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readStudyForm, startStudy } from "~/features/research/index.server";
import { StudyFormScreen } from "~/features/research/study-form-screen";
import { researchWords } from "~/features/research/words";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { form: await answerPage(request, () => readStudyForm(ctxOf({ context }), null)), id: randomUUID() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { slug } = await startStudy(ctxOf({ context }), fields);
    return redirect(`/beheer/studies/${slug}?gelukt=1`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: researchWords.for(language)("form_new_title"), noindex: true }));

export default function NewStudy() {
  return <StudyFormScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
