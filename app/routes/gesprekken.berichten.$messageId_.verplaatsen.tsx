import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { moveMessage, readMoveMessageForm } from "~/features/discussions/index.server";
import { MoveMessageScreen } from "~/features/discussions/moving/move-message-screen";
import { messageHref } from "~/features/discussions/views";
import { discussionWords } from "~/features/discussions/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readMoveMessageForm(ctxOf({ context }), { id: params.messageId! }));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ to, title, group, replies = "no" }) => {
    const { row } = await moveMessage(ctxOf({ context }), { id: addressId(params.messageId), to, title, group, replies });
    return redirect(messageHref(row.discussionId, row.number));
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: discussionWords.for(language)("move_message"), noindex: true }));

export default function MoveMessage() {
  return <MoveMessageScreen form={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
