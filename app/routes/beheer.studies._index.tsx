import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readStudyDesk } from "~/features/research/index.server";
import { StudyDeskScreen } from "~/features/research/study-desk-screen";
import { researchWords } from "~/features/research/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readStudyDesk(ctxOf({ context })));
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: researchWords.for(language)("desk_title"), noindex: true }));

export default function StudyDesk() {
  return <StudyDeskScreen {...useLoaderData<typeof loader>()} />;
}
