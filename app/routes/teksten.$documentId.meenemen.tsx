import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExportScreen } from "~/features/documents/formats/export-screen";
import { formatWords } from "~/features/documents/formats/words";
import { readExport } from "~/features/documents/index.server";
import { addressId } from "~/platform/address-id";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readExport(ctxOf({ context }), addressId(params.documentId)));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: formatWords.for(language)("export_title"), noindex: true }));

export default function TakeAlong() {
  return <ExportScreen page={useLoaderData<typeof loader>()} />;
}
