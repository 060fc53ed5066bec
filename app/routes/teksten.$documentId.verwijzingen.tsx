import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BacklinksScreen } from "~/features/documents/backlinks/backlinks-screen";
import { backlinkWords } from "~/features/documents/backlinks/words";
import { readBacklinks } from "~/features/documents/index.server";
import { addressId } from "~/platform/address-id";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readBacklinks(ctxOf({ context }), addressId(params.documentId)));
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: backlinkWords.for(language)("title"), noindex: true }));

export default function DocumentBacklinks() {
  return <BacklinksScreen page={useLoaderData<typeof loader>()} />;
}
