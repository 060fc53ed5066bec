import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readStartForm, startDiscussion } from "~/features/discussions/index.server";
import { StartScreen } from "~/features/discussions/start-screen";
import { discussionHref } from "~/features/discussions/views";
import { discussionWords } from "~/features/discussions/words";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

/** In one group (`?groep=`) or one of a leerplek (`?leerplek=`); `?vraag=` brings along what was typed on the start page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  return answerPage(request, () => readStartForm(ctxOf({ context }), { kind: "question", groupId: asked.get("groep"), slug: asked.get("leerplek"), title: asked.get("vraag") }));
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => redirect(discussionHref((await startDiscussion(ctxOf({ context }), fields)).id)));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: discussionWords.for(language)("new_question"), noindex: true }));

export default function NewQuestion() {
  return <StartScreen form={useLoaderData<typeof loader>()} action="/leervragen/nieuw" refusal={useActionData<typeof action>()?.refusal} />;
}
