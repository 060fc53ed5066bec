import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formAnswer } from "~/features/accounts/form-values";
import { answerPasswordForm, changePassword, proposePassphrase, readAccount, readCookies } from "~/features/accounts/index.server";
import { accountTitle } from "~/features/accounts/page-title";
import { PasswordScreen } from "~/features/accounts/password-screen";
import { answerPage, ctxOf, sendCookies } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_password");

export async function loader({ request, context }: LoaderFunctionArgs) {
  await answerPage(request, () => readAccount(ctxOf({ context })));
  return { proposed: proposePassphrase() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  const { known } = readCookies(ctx.house, request.headers.get("cookie"));
  return answerPasswordForm(request, async ({ currentPassword }, password) => {
    const { setCookies } = await changePassword(ctx, { currentPassword, password, deviceProofs: known });
    sendCookies({ context }, setCookies);
    return redirect("/ik?bewaard=password");
  });
}

export default function Password() {
  const { proposed } = useLoaderData<typeof loader>();
  const answer = formAnswer(useActionData<typeof action>());
  return <PasswordScreen {...answer} proposed={answer.values.proposed ?? proposed} />;
}
