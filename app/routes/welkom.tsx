import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readAccount } from "~/features/accounts/index.server";
import { accountTitle } from "~/features/accounts/page-title";
import { WelcomeScreen } from "~/features/accounts/welcome-screen";
import { answerPage, ctxOf, safeNext } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_welcome");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const { name, signInName, emailAsked } = await answerPage(request, () => readAccount(ctx));
  const next = safeNext(new URL(request.url).searchParams.get("next")) ?? "/";
  return { name, signInName, emailAsked, next, product: ctx.house.env.INSTALLATION_NAME, address: ctx.house.publicUrl };
}

export default function Welcome() {
  return <WelcomeScreen {...useLoaderData<typeof loader>()} />;
}
