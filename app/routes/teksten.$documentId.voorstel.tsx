import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnProposal, readPropose } from "~/features/documents/index.server";
import { ProposeScreen } from "~/features/documents/proposals/propose-screen";
import { proposalWords } from "~/features/documents/proposals/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";
import proposalStyles from "~/ui/styles/proposals.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: proposalStyles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const piece = new URL(request.url).searchParams.get("stuk");
  return answerPage(request, () => readPropose(ctxOf({ context }), addressId(params.documentId), piece));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => redirect(await actOnProposal(ctxOf({ context }), addressId(params.documentId), fields)));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: proposalWords.for(language)("propose"), noindex: true }));

export default function Propose() {
  return <ProposeScreen page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
