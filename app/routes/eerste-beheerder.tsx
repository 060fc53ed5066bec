import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { deviceLabel } from "~/features/accounts/device-label";
import { FirstAdministratorScreen } from "~/features/accounts/first-administrator-screen";
import { formAnswer } from "~/features/accounts/form-values";
import { answerPasswordForm, becomeFirstAdministrator, peekLink, proposePassphrase } from "~/features/accounts/index.server";
import { accountTitle } from "~/features/accounts/page-title";
import { answerPage, ctxOf, sendCookies } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_first_administrator");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname, search, searchParams } = new URL(request.url);
  const broken = await answerPage(request, () => peekLink(ctxOf({ context }), searchParams.get("link"), "first_administrator"));
  return { here: pathname + search, broken, proposed: proposePassphrase() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerPasswordForm(request, async ({ name, email }, password) => {
    const link = new URL(request.url).searchParams.get("link");
    const label = deviceLabel(request.headers.get("user-agent"));
    const { setCookies } = await becomeFirstAdministrator(ctxOf({ context }), { link, name, email, password, label });
    sendCookies({ context }, setCookies);
    return redirect("/welkom");
  });
}

export default function FirstAdministrator() {
  const { proposed, ...page } = useLoaderData<typeof loader>();
  const answer = formAnswer(useActionData<typeof action>());
  return <FirstAdministratorScreen {...page} {...answer} proposed={answer.values.proposed ?? proposed} />;
}
