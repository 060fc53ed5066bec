import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DiscussionScreen } from "~/features/discussions/discussion-screen";
import { actOnDiscussion, readDiscussion } from "~/features/discussions/index.server";
import { discussionWords } from "~/features/discussions/words";
import { AppError } from "~/platform/codes";
import type { RouteHandle } from "~/platform/handle";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

/** Live for people with an account; for everyone else plain HTML that may be kept. */
export const handle: RouteHandle = { hydrate: "signed-in", words: ["discussions", "ui", "errors"] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const number = (name: string) => Math.trunc(Number(asked.get(name))) || undefined;
  return answerPage(request, () =>
    readDiscussion(ctxOf({ context }), { id: params.discussionId!, from: number("vanaf"), replyTo: number("antwoord") }).catch((error: unknown) => {
      if (error instanceof AppError && error.detail.values?.group) throw redirect(`/groepen/${error.detail.values.group}`);
      throw error;
    }),
  );
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => redirect(await actOnDiscussion(ctxOf({ context }), params.discussionId, fields)));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => {
    const t = discussionWords.for(language);
    return { title: data?.discussion.title || t("no_title"), description: data ? t("in_place", { group: data.place.group.name, space: data.place.space.name }) : undefined, noindex: true };
  });

export default function Discussion() {
  return <DiscussionScreen page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
