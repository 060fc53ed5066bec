import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listMaterial } from "~/features/documents/index.server";
import { filterOf, libraryAddress } from "~/features/documents/library/choices";
import { MaterialListScreen } from "~/features/documents/editions/material-list";
import { documentWords } from "~/features/documents/words";
import { answerPage, ctxOf, pageNumber } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const filter = filterOf(new URL(request.url).searchParams);
  return { listed: await answerPage(request, () => listMaterial(ctxOf({ context }), { ...filter, page: pageNumber(request) })) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => {
    const t = documentWords.for(language);
    return { title: t("material"), description: t("lead_material"), noindex: Boolean(data && libraryAddress(data.listed.filter) !== "/leermateriaal") };
  });

export default function Material() {
  return <MaterialListScreen {...useLoaderData<typeof loader>()} />;
}
