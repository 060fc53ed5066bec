import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { deviceLabel } from "~/features/accounts/device-label";
import { formAnswer } from "~/features/accounts/form-values";
import { answerPasswordForm, makeAccount, proposePassphrase, readCookies } from "~/features/accounts/index.server";
import { MakeAccountScreen } from "~/features/accounts/make-account-screen";
import { accountTitle } from "~/features/accounts/page-title";
import { signedIn } from "~/platform/ctx.server";
import { ctxOf, safeNext, sendCookies } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_make_account");

export function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname, search, searchParams } = new URL(request.url);
  const next = safeNext(searchParams.get("next"));
  if (signedIn(ctxOf({ context }).actor)) throw redirect(next ?? "/ik");
  return { here: pathname + search, next, proposed: proposePassphrase(), shown: searchParams.has("toon") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  const { known } = readCookies(ctx.house, request.headers.get("cookie"));
  return answerPasswordForm(request, async ({ name, age, email, device }, password) => {
    const label = deviceLabel(request.headers.get("user-agent"));
    const { setCookies } = await makeAccount(ctx, { name, age, email, device, password, label, deviceProofs: known });
    sendCookies({ context }, setCookies);
    const next = safeNext(new URL(request.url).searchParams.get("next"));
    return redirect(next ? `/welkom?next=${encodeURIComponent(next)}` : "/welkom");
  });
}

export default function MakeAccount() {
  const { proposed, ...page } = useLoaderData<typeof loader>();
  const answer = formAnswer(useActionData<typeof action>());
  return <MakeAccountScreen {...page} {...answer} proposed={answer.values.proposed ?? proposed} />;
}
