import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { refusalIn } from "~/features/documents/formats/answer-file";
import { ExportScreen } from "~/features/documents/formats/export-screen";
import { formatWords } from "~/features/documents/formats/words";
import { readExport } from "~/features/documents/index.server";
import { addressId } from "~/platform/address-id";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await answerPage(request, () => readExport(ctxOf({ context }), addressId(params.documentId)));
  return { page, refusal: refusalIn(request) };
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: formatWords.for(language)("export_title"), noindex: true }));

export default function TakeAlong() {
  const { page, refusal } = useLoaderData<typeof loader>();
  return <ExportScreen page={page} refusal={refusal} />;
}
