import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { cookiesAfterLostSession, headersAfterSignOut, signOut } from "~/features/accounts/index.server";
import { accountTitle } from "~/features/accounts/page-title";
import { SignOutScreen } from "~/features/accounts/sign-out-screen";
import { AppError } from "~/platform/codes";
import { signedIn } from "~/platform/ctx.server";
import { ctxOf, sendCookies } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_sign_out");

export function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  if (signedIn(ctxOf({ context }).actor)) return { done: null };
  return { done: searchParams.has("gewist") ? ("erased" as const) : searchParams.has("overal") ? ("everywhere" as const) : ("signed-out" as const) };
}

/** Always ends signed out, also for somebody whose session had ended meanwhile. */
export async function action({ context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  const { device, setCookies } = await signOut(ctx, {}).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.status !== 401) throw error;
    return { device: "shared" as const, setCookies: cookiesAfterLostSession(ctx.house) };
  });
  sendCookies({ context }, setCookies);
  return redirect("/afmelden", { headers: headersAfterSignOut(ctx.house, device) });
}

export default function SignOut() {
  return <SignOutScreen {...useLoaderData<typeof loader>()} />;
}
