import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readEditionSession } from "~/features/documents/index.server";
import { SessionScreen } from "~/features/documents/session/session-screen";
import { sessionWords } from "~/features/documents/session/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  return answerPage(request, () => readEditionSession(ctxOf({ context }), { slug: params.slug!, number: asked.get("uitgave"), begins: asked.get("begin") }));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageMeta(matches, (language) => ({ title: sessionWords.for(language)("title", { text: data?.title ?? "" }), noindex: true }));

export default function EditionSession() {
  return <SessionScreen page={useLoaderData<typeof loader>()} />;
}
