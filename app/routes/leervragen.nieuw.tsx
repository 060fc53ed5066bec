import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readStartForm, startByForm } from "~/features/discussions/index.server";
import { StartScreen } from "~/features/discussions/start-screen";
import { discussionWords } from "~/features/discussions/words";
import { codes } from "~/platform/codes";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

/** In one group (`?groep=`) or one of a leerplek (`?leerplek=`); `?vraag=` brings along what was typed on the start page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  return answerPage(request, () => readStartForm(ctxOf({ context }), { kind: "question", groupId: asked.get("groep"), slug: asked.get("leerplek"), title: asked.get("vraag") }));
}

/** It may bring a picture, so this form is read by what may refuse it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const answer = await answerPage(request, () => startByForm(ctxOf({ context }), request));
  if (typeof answer === "string") throw redirect(answer);
  return data(answer, { status: codes[answer.refusal!.code] });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: discussionWords.for(language)("new_question"), noindex: true }));

export default function NewQuestion() {
  return <StartScreen form={useLoaderData<typeof loader>()} action="/leervragen/nieuw" answer={useActionData<typeof action>()} />;
}
