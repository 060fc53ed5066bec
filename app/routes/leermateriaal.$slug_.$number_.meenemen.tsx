import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { refusalIn } from "~/features/documents/formats/answer-file";
import { ExportScreen } from "~/features/documents/formats/export-screen";
import { formatWords } from "~/features/documents/formats/words";
import { readEditionExport } from "~/features/documents/index.server";
import { AppError } from "~/platform/codes";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await answerPage(request, () => {
    if (!/^[1-9]\d{0,6}$/.test(params.number!)) throw new AppError("not_found");
    return readEditionExport(ctxOf({ context }), { slug: params.slug!, number: Number(params.number), easy: new URL(request.url).searchParams.has("makkelijk") });
  });
  return { page, refusal: refusalIn(request) };
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: formatWords.for(language)("export_title"), noindex: true }));

export default function TakeEditionAlong() {
  const { page, refusal } = useLoaderData<typeof loader>();
  return <ExportScreen page={page} refusal={refusal} />;
}
