import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { placeDocument, readPlaceForm } from "~/features/documents/index.server";
import { PlaceScreen } from "~/features/documents/tree/place-screen";
import { treeWords } from "~/features/documents/tree/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";
import treeStyles from "~/ui/styles/tree.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: treeStyles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readPlaceForm(ctxOf({ context }), addressId(params.documentId)));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { id } = await placeDocument(ctxOf({ context }), { ...fields, document: params.documentId });
    return redirect(`/teksten/${id}/plaats`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: treeWords.for(language)("title_place"), noindex: true }));

export default function DocumentPlace() {
  return <PlaceScreen page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
