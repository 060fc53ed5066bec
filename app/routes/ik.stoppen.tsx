import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { describeErasure, eraseAccount, headersAfterSignOut } from "~/features/accounts/index.server";
import { LeaveScreen } from "~/features/accounts/leave-screen";
import { accountTitle } from "~/features/accounts/page-title";
import { answerForm, answerPage, ctxOf, sendCookies } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_leave");

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerPage(request, () => describeErasure(ctxOf({ context })));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerForm(request, async ({ words, currentPassword }) => {
    const { setCookies } = await eraseAccount(ctx, { words, currentPassword });
    sendCookies({ context }, setCookies);
    return redirect("/afmelden?gewist=1", { headers: headersAfterSignOut(ctx.house, "shared") });
  });
}

export default function Leave() {
  return <LeaveScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
