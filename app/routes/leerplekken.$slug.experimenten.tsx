import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listExperiments } from "~/features/experiments/index.server";
import { SpaceExperimentsScreen } from "~/features/experiments/space-experiments-screen";
import { experimentWords } from "~/features/experiments/words";
import { answerPage, ctxOf, pageNumber } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => listExperiments(ctxOf({ context }), { slug: params.slug!, page: pageNumber(request) }));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => {
    const t = experimentWords.for(language);
    return { title: `${t("title_list")} · ${data?.space.name ?? ""}`, description: t("lead_list") };
  });

export default function SpaceExperiments() {
  return <SpaceExperimentsScreen listed={useLoaderData<typeof loader>()} />;
}
