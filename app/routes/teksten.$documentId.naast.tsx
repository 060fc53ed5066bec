import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BesideScreen } from "~/features/documents/easy/beside-screen";
import { easyWords } from "~/features/documents/easy/words";
import { actOnDocument, readBeside } from "~/features/documents/index.server";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";
import easyStyles from "~/ui/styles/easy.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: easyStyles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readBeside(ctxOf({ context }), addressId(params.documentId)));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => redirect(await actOnDocument(ctxOf({ context }), addressId(params.documentId), fields)));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageMeta(matches, (language) => ({ title: `${easyWords.for(language)("beside_title")}: ${data?.document.title ?? ""}`, noindex: true }));

export default function Beside() {
  return <BesideScreen page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
