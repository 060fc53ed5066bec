import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CalmScreen } from "~/features/accounts/calm-screen";
import { cookiesAreSecure, readAccount } from "~/features/accounts/index.server";
import { accountTitle } from "~/features/accounts/page-title";
import { calmCookie } from "~/platform/calm-mode";
import { answerForm, answerPage, ctxOf, sendCookies } from "~/platform/http-adapter.server";
import type { LoadContext } from "~/platform/load-context.server";

export const meta = accountTitle("title_calm");

export async function loader({ request, context }: LoaderFunctionArgs) {
  await answerPage(request, () => readAccount(ctxOf({ context })));
  const { calm, session } = context as unknown as LoadContext;
  return { calm, own: session?.device === "own" };
}

/** Like the language a preference of the device: a cookie, never stored about a person. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { session } = context as unknown as LoadContext;
  return answerForm(request, async ({ calm }) => {
    const ctx = ctxOf({ context });
    await readAccount(ctx);
    sendCookies({ context }, [calmCookie(calm === "yes", { secure: cookiesAreSecure(ctx.house), kept: session?.device === "own" })]);
    return redirect("/ik?bewaard=calm");
  });
}

export default function Calm() {
  return <CalmScreen {...useLoaderData<typeof loader>()} />;
}
