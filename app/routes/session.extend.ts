import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { extendSession } from "~/features/accounts/index.server";
import { AppError } from "~/platform/codes";
import { ctxOf, redirectToSignIn, safeNext } from "~/platform/http-adapter.server";

/** "Blijf aangemeld": JSON for the script, back to the page for the plain form. */
export async function action({ request, context }: ActionFunctionArgs) {
  const asJson = request.headers.get("accept")?.includes("application/json") === true;
  try {
    const { endsAt } = await extendSession(ctxOf({ context }), {});
    if (asJson) return Response.json({ endsAt: endsAt.toISOString() }, { headers: { "Cache-Control": "no-store" } });
    return redirect(backTo(request));
  } catch (error) {
    if (!(error instanceof AppError) || error.status !== 401) throw error;
    if (asJson) return Response.json({ endsAt: null, code: error.code }, { status: 401, headers: { "Cache-Control": "no-store" } });
    return redirectToSignIn(request);
  }
}

export const loader = () => redirect("/");

function backTo(request: Request): string {
  const referer = request.headers.get("referer");
  if (!referer || !URL.canParse(referer)) return "/";
  const from = new URL(referer);
  return from.host === new URL(request.url).host ? (safeNext(from.pathname + from.search) ?? "/") : "/";
}
