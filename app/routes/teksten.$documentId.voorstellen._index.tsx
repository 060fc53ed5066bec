import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listProposals } from "~/features/documents/index.server";
import { ProposalsScreen } from "~/features/documents/proposals/proposals-screen";
import { proposalWords } from "~/features/documents/proposals/words";
import { addressId } from "~/platform/address-id";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => listProposals(ctxOf({ context }), addressId(params.documentId)));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: proposalWords.for(language)("list"), noindex: true }));

export default function Proposals() {
  return <ProposalsScreen page={useLoaderData<typeof loader>()} />;
}
