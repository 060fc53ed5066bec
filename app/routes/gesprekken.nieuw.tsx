import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readStartForm, startByForm } from "~/features/discussions/index.server";
import { StartScreen } from "~/features/discussions/start-screen";
import { discussionWords } from "~/features/discussions/words";
import { codes } from "~/platform/codes";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

/** In one group (`?groep=`) or one of a leerplek (`?leerplek=`); `?soort=mededeling` for an announcement. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const kind = asked.get("soort") === "mededeling" ? "announcement" : "conversation";
  return answerPage(request, () => readStartForm(ctxOf({ context }), { kind, groupId: asked.get("groep"), slug: asked.get("leerplek"), title: asked.get("titel") }));
}

/** It may bring a picture, so this form is read by what may refuse it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const answer = await answerPage(request, () => startByForm(ctxOf({ context }), request));
  if (typeof answer === "string") throw redirect(answer);
  return data(answer, { status: codes[answer.refusal!.code] });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => ({ title: discussionWords.for(language)(`new_${data?.kind ?? "conversation"}`), noindex: true }));

export default function NewDiscussion() {
  const form = useLoaderData<typeof loader>();
  const query = new URLSearchParams({ ...(form.groups.length === 1 ? { groep: form.groups[0]!.id } : {}), ...(form.kind === "announcement" ? { soort: "mededeling" } : {}) }).toString();
  return <StartScreen form={form} action={`/gesprekken/nieuw?${query}`} answer={useActionData<typeof action>()} />;
}
