import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CommentHistoryScreen } from "~/features/documents/comments/comment-screens";
import { commentWords } from "~/features/documents/comments/words";
import { readCommentHistory } from "~/features/documents/index.server";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readCommentHistory(ctxOf({ context }), { id: params.commentId! }));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: commentWords.for(language)("history"), noindex: true }));

export default function CommentVersions() {
  return <CommentHistoryScreen history={useLoaderData<typeof loader>()} />;
}
