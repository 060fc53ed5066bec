import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EditCommentScreen } from "~/features/documents/comments/comment-screens";
import { commentWords } from "~/features/documents/comments/words";
import { editComment, readCommentForm } from "~/features/documents/index.server";
import { commentHref } from "~/features/documents/views";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readCommentForm(ctxOf({ context }), { id: params.commentId! }));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ text, rev }) => {
    const { id, document } = await editComment(ctxOf({ context }), { id: params.commentId, text, rev });
    return redirect(commentHref(document, id));
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: commentWords.for(language)("title"), noindex: true }));

export default function OwnComment() {
  return <EditCommentScreen form={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
