import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { isLanguage } from "~/platform/language";
import { ctxOf, readForm, safeNext } from "~/platform/http-adapter.server";

/** The language is a preference of the device: a cookie, never stored about a person. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { language, back } = await readForm(request);
  const secure = ctxOf({ context }).house.publicUrl.startsWith("https:") ? "; Secure" : "";
  const headers = isLanguage(language) ? { "Set-Cookie": `language=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure}` } : undefined;
  return redirect(safeNext(String(back)) ?? "/", { headers });
}
