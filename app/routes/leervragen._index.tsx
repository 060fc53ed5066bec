import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BundleList } from "~/features/discussions/questions/bundle-screens";
import { listQuestions } from "~/features/discussions/index.server";
import { QuestionsScreen } from "~/features/discussions/lists/list-screens";
import { discussionWords } from "~/features/discussions/words";
import { answerPage, ctxOf, pageNumber } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

/** Over everything the reader may read, or of one leerplek (`?leerplek=`); `?stand=beantwoord` for those with an answer. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  return answerPage(request, () => listQuestions(ctxOf({ context }), { slug: asked.get("leerplek"), answered: asked.get("stand") === "beantwoord", page: pageNumber(request) }));
}

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (language) => {
    const t = discussionWords.for(language);
    return { title: t("title_questions"), description: t("lead_questions") };
  });

export default function Questions() {
  const { listed, answered, space, bundles, mayBundle } = useLoaderData<typeof loader>();
  return <QuestionsScreen {...{ listed, answered, space }} bundles={space ? <BundleList bundles={bundles} slug={space.slug} mayBundle={mayBundle} /> : null} />;
}
