import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnProposal, readProposal } from "~/features/documents/index.server";
import { ProposalScreen } from "~/features/documents/proposals/proposal-screen";
import { proposalWords } from "~/features/documents/proposals/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";
import proposalStyles from "~/ui/styles/proposals.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: proposalStyles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readProposal(ctxOf({ context }), addressId(params.documentId), addressId(params.proposalId)));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => redirect(await actOnProposal(ctxOf({ context }), addressId(params.documentId), fields)));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: proposalWords.for(language)("list"), noindex: true }));

export default function Proposal() {
  return <ProposalScreen page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
