import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readPlainWords, setPlainWords } from "~/features/documents/index.server";
import { PlainWordsScreen } from "~/features/documents/plain-words/plain-words-screen";
import { plainWordsHref } from "~/features/documents/plain-words/views";
import { plainWordsWords } from "~/features/documents/plain-words/words";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await answerPage(request, () => readPlainWords(ctxOf({ context }), params.slug!));
  return { page, saved: new URL(request.url).searchParams.has("bewaard") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { slug } = await setPlainWords(ctxOf({ context }), fields);
    return redirect(`${plainWordsHref(slug)}?bewaard=1`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageMeta(matches, (language) => ({ title: `${plainWordsWords.for(language)("title")} · ${data?.page.space.name ?? ""}`, noindex: true }));

export default function PlainWords() {
  const { page, saved } = useLoaderData<typeof loader>();
  return <PlainWordsScreen page={page} saved={saved} refusal={useActionData<typeof action>()?.refusal} />;
}
