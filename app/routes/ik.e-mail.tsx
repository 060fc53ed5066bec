import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmailScreen } from "~/features/accounts/email-screen";
import { changeMailLanguage, readAccount, setEmail } from "~/features/accounts/index.server";
import { accountTitle } from "~/features/accounts/page-title";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_email");

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { account: await answerPage(request, () => readAccount(ctxOf({ context }))) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerForm(request, async ({ intent, language, email, currentPassword }) => {
    if (intent === "language") {
      await changeMailLanguage(ctx, { language });
      return redirect("/ik?bewaard=language");
    }
    const { state } = await setEmail(ctx, { email: intent === "remove" ? null : email || undefined, currentPassword });
    return redirect(`/ik?bewaard=email_${state}`);
  });
}

export default function Email() {
  return <EmailScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
