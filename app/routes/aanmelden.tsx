import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { deviceLabel } from "~/features/accounts/device-label";
import { readCookies, signIn } from "~/features/accounts/index.server";
import { accountTitle } from "~/features/accounts/page-title";
import { SignInScreen } from "~/features/accounts/sign-in-screen";
import { signedIn } from "~/platform/ctx.server";
import { answerForm, ctxOf, safeNext, sendCookies } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_sign_in");

export function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname, search, searchParams } = new URL(request.url);
  const next = safeNext(searchParams.get("next"));
  if (signedIn(ctxOf({ context }).actor)) throw redirect(next ?? "/");
  const because = searchParams.get("gelukt") === "wachtwoord" ? ("password_saved" as const) : null;
  return { here: pathname + search, next, because, shown: searchParams.has("toon") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  const { known } = readCookies(ctx.house, request.headers.get("cookie"));
  return answerForm(request, async ({ name, password, device }) => {
    const { setCookies } = await signIn(ctx, { name, password, device, label: deviceLabel(request.headers.get("user-agent")), deviceProofs: known });
    sendCookies({ context }, setCookies);
    return redirect(safeNext(new URL(request.url).searchParams.get("next")) ?? "/");
  });
}

export default function SignIn() {
  return <SignInScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
