import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readSince, sinceNumber } from "~/features/documents/index.server";
import { SinceScreen } from "~/features/documents/since/since-screen";
import { sinceWords } from "~/features/documents/since/words";
import { addressId } from "~/platform/address-id";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readSince(ctxOf({ context }), addressId(params.documentId), sinceNumber(new URL(request.url).searchParams.get("sinds"))));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: sinceWords.for(language)("title"), noindex: true }));

export default function ChangedSince() {
  return <SinceScreen page={useLoaderData<typeof loader>()} />;
}
