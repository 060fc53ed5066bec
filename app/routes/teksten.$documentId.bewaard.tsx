import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { logNumber, readKept } from "~/features/documents/index.server";
import { KeptScreen } from "~/features/documents/kept/kept-screen";
import { keptWords } from "~/features/documents/kept/words";
import { addressId } from "~/platform/address-id";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  return answerPage(request, () => readKept(ctxOf({ context }), addressId(params.documentId), { to: logNumber(asked.get("tot")), asked: logNumber(asked.get("nummer")) }));
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: keptWords.for(language)("title"), noindex: true }));

export default function DocumentKept() {
  return <KeptScreen page={useLoaderData<typeof loader>()} />;
}
