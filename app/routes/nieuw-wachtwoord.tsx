import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formAnswer } from "~/features/accounts/form-values";
import { answerPasswordForm, peekLink, proposePassphrase, resetPassword } from "~/features/accounts/index.server";
import { accountTitle } from "~/features/accounts/page-title";
import { ResetScreen } from "~/features/accounts/reset-screen";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_reset");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname, search, searchParams } = new URL(request.url);
  const link = searchParams.get("link");
  const broken = link === null ? null : await answerPage(request, () => peekLink(ctxOf({ context }), link, "email_reset"));
  return { here: pathname + search, link: link !== null, broken, proposed: proposePassphrase(), shown: searchParams.has("toon") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const link = new URL(request.url).searchParams.get("link");
  return answerPasswordForm(request, async ({ name, slip }, password) => {
    await resetPassword(ctxOf({ context }), link === null ? { by: "paper", name, code: slip, password } : { by: "email", link, password });
    return redirect("/aanmelden?gelukt=wachtwoord");
  });
}

export default function Reset() {
  const { proposed, ...page } = useLoaderData<typeof loader>();
  const answer = formAnswer(useActionData<typeof action>());
  return <ResetScreen {...page} {...answer} proposed={answer.values.proposed ?? proposed} />;
}
