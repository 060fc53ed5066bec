import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readHistory } from "~/features/discussions/index.server";
import { HistoryScreen } from "~/features/discussions/writing/history-screen";
import { discussionWords } from "~/features/discussions/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readHistory(ctxOf({ context }), { id: params.messageId! }));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: discussionWords.for(language)("history"), noindex: true }));

export default function History() {
  return <HistoryScreen history={useLoaderData<typeof loader>()} />;
}
