import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listMaterial } from "~/features/documents/index.server";
import { MaterialListScreen } from "~/features/documents/material-list";
import { documentWords } from "~/features/documents/words";
import { answerPage, ctxOf, pageNumber } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const words = new URL(request.url).searchParams.get("woorden") ?? "";
  return { listed: await answerPage(request, () => listMaterial(ctxOf({ context }), { words, page: pageNumber(request) })) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => {
    const t = documentWords.for(language);
    return { title: t("material"), description: t("lead_material"), noindex: Boolean(data?.listed.words) };
  });

export default function Material() {
  return <MaterialListScreen {...useLoaderData<typeof loader>()} />;
}
