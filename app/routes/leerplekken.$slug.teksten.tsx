import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listSpaceTexts } from "~/features/documents/index.server";
import { SpaceTextsScreen } from "~/features/documents/texts-screens";
import { documentWords } from "~/features/documents/words";
import { answerPage, ctxOf, pageNumber } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => listSpaceTexts(ctxOf({ context }), { slug: params.slug!, page: pageNumber(request) }));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => {
    const t = documentWords.for(language);
    return { title: `${t("texts_and_material")} · ${data?.space.name ?? ""}`, description: t("lead_texts") };
  });

export default function SpaceTexts() {
  return <SpaceTextsScreen listed={useLoaderData<typeof loader>()} />;
}
