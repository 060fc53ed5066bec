import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { outcomes } from "~/features/experiments/codes";
import { listLessons } from "~/features/experiments/index.server";
import { LessonsScreen } from "~/features/experiments/lessons-screen";
import { experimentWords } from "~/features/experiments/words";
import { answerPage, ctxOf, pageNumber } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get("resultaat");
  const outcome = outcomes.find((one) => one === asked);
  return { outcome, listed: await answerPage(request, () => listLessons(ctxOf({ context }), { page: pageNumber(request), outcome })) };
}

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (language) => {
    const t = experimentWords.for(language);
    return { title: t("title_lessons"), description: t("lead_lessons") };
  });

export default function Lessons() {
  const { listed, outcome } = useLoaderData<typeof loader>();
  return <LessonsScreen listed={listed} outcome={outcome} />;
}
