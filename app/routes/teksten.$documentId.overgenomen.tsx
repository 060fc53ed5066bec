import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TakenScreen } from "~/features/documents/formats/import-screen";
import { lossIn } from "~/features/documents/formats/loss";
import { formatWords } from "~/features/documents/formats/words";
import { readSettings } from "~/features/documents/index.server";
import { addressId } from "~/platform/address-id";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

/** The address says what was lost, and how often: it is kept nowhere else. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { document } = await answerPage(request, () => readSettings(ctxOf({ context }), addressId(params.documentId)));
  return { title: document.title, href: `/teksten/${document.id}`, lost: lossIn(new URL(request.url).searchParams) };
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: formatWords.for(language)("taken_title"), noindex: true }));

export default function Taken() {
  return <TakenScreen {...useLoaderData<typeof loader>()} />;
}
