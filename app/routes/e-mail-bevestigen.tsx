import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConfirmEmailScreen } from "~/features/accounts/confirm-email-screen";
import { confirmEmail, peekLink } from "~/features/accounts/index.server";
import { accountTitle } from "~/features/accounts/page-title";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_confirm_email");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const { pathname, search, searchParams } = new URL(request.url);
  const done = searchParams.has("klaar");
  const broken = done ? null : await answerPage(request, () => peekLink(ctx, searchParams.get("link"), "email_confirm"));
  return { here: pathname + search, broken, done, product: ctx.house.env.INSTALLATION_NAME };
}

/** Opening the link changes nothing: programs that look at mails beforehand open links too. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async () => {
    await confirmEmail(ctxOf({ context }), { link: new URL(request.url).searchParams.get("link") });
    return redirect("/e-mail-bevestigen?klaar=1");
  });
}

export default function ConfirmEmail() {
  const page = useLoaderData<typeof loader>();
  return <ConfirmEmailScreen {...page} broken={useActionData<typeof action>()?.refusal.code ?? page.broken} />;
}
