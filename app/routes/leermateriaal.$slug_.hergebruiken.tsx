import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { createDocument, readReuse } from "~/features/documents/index.server";
import { ReuseScreen } from "~/features/documents/library/reuse-screen";
import { libraryWords } from "~/features/documents/library/words";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readReuse(ctxOf({ context }), { slug: params.slug! }));
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => redirect(`/teksten/${(await createDocument(ctxOf({ context }), fields)).id}`));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: libraryWords.for(language)("reuse_title"), noindex: true }));

export default function Reuse() {
  return <ReuseScreen form={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
