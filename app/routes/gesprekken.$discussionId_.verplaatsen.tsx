import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { moveDiscussion, readMoveForm } from "~/features/discussions/index.server";
import { MoveScreen } from "~/features/discussions/moving/move-screen";
import { discussionHref } from "~/features/discussions/views";
import { discussionWords } from "~/features/discussions/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readMoveForm(ctxOf({ context }), { id: params.discussionId! }));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ to }) => {
    const discussion = addressId(params.discussionId);
    await moveDiscussion(ctxOf({ context }), { discussion, to });
    return redirect(discussionHref(discussion));
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: discussionWords.for(language)("move"), noindex: true }));

export default function Move() {
  return <MoveScreen form={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
