import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readReactions } from "~/features/discussions/index.server";
import { WhoReactedScreen } from "~/features/discussions/reactions/who-reacted-screen";
import { discussionWords } from "~/features/discussions/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readReactions(ctxOf({ context }), { id: params.messageId! }));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: discussionWords.for(language)("who_reacted"), noindex: true }));

export default function WhoReacted() {
  return <WhoReactedScreen view={useLoaderData<typeof loader>()} />;
}
