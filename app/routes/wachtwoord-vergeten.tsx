import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ForgotScreen } from "~/features/accounts/forgot-screen";
import { requestEmailReset } from "~/features/accounts/index.server";
import { accountTitle } from "~/features/accounts/page-title";
import { answerForm, ctxOf } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_forgot");

export function loader({ request }: LoaderFunctionArgs) {
  return { sent: new URL(request.url).searchParams.has("verstuurd") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ name }) => {
    await requestEmailReset(ctxOf({ context }), { name });
    return redirect("/wachtwoord-vergeten?verstuurd=1");
  });
}

export default function Forgot() {
  return <ForgotScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
