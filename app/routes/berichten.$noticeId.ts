import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { openNotice } from "~/features/notifications/index.server";
import { answerForm, ctxOf } from "~/platform/http-adapter.server";

/** Opening a notice counts it as read, so it is a form; a link would change something on a GET. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async () => redirect((await openNotice(ctxOf({ context }), { id: params.noticeId })).href));
}

export const loader = () => redirect("/berichten");
