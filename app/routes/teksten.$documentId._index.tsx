import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DocumentScreen } from "~/features/documents/document-screen";
import { actOnDocument, handText, readDocument } from "~/features/documents/index.server";
import { documentWords } from "~/features/documents/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";
import threadStyles from "~/ui/styles/threads.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: threadStyles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return handText({ context }, await answerPage(request, () => readDocument(ctxOf({ context }), addressId(params.documentId))));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => redirect(await actOnDocument(ctxOf({ context }), addressId(params.documentId), fields)));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => ({ title: data?.document.title ?? documentWords.for(language)("texts"), noindex: true }));

export default function Document() {
  return <DocumentScreen page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
