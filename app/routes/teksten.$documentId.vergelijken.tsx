import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CompareScreen } from "~/features/documents/compare/compare-screen";
import { readComparison } from "~/features/documents/index.server";
import { documentWords } from "~/features/documents/words";
import { addressId } from "~/platform/address-id";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const to = searchParams.get("tot");
  return answerPage(request, () => readComparison(ctxOf({ context }), addressId(params.documentId), { from: addressId(searchParams.get("van") ?? ""), to: to ? addressId(to) : null }));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: documentWords.for(language)("compare_title"), noindex: true }));

export default function CompareVersions() {
  return <CompareScreen page={useLoaderData<typeof loader>()} />;
}
