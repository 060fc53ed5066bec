import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readCaseLog } from "~/features/moderation/index.server";
import { LogScreen } from "~/features/moderation/log-screen";
import { moderationWords } from "~/features/moderation/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readCaseLog(ctxOf({ context }), params.caseId!));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => ({ title: moderationWords.for(language)("log_title", { number: data?.number ?? "" }), noindex: true }));

export default function CaseLog() {
  return <LogScreen log={useLoaderData<typeof loader>()} />;
}
