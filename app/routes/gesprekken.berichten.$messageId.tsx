import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editMessage, readMessageForm, removeMessage } from "~/features/discussions/index.server";
import { MessageFormScreen } from "~/features/discussions/writing/message-form-screen";
import { messageHref } from "~/features/discussions/views";
import { discussionWords } from "~/features/discussions/words";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readMessageForm(ctxOf({ context }), { id: params.messageId! }));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerForm(request, async ({ intent, text, rev, alt }) => {
    const { row } = intent === "remove" ? await removeMessage(ctx, { id: params.messageId }) : await editMessage(ctx, { id: params.messageId, text: text || alt, rev, ...(alt === undefined ? {} : { alt }) });
    return redirect(messageHref(row.discussionId, row.number));
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: discussionWords.for(language)("title_edit"), noindex: true }));

export default function OwnMessage() {
  return <MessageFormScreen form={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
