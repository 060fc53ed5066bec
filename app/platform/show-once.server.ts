import { redirect } from "@remix-run/node";
import { ctxOf, sendCookies } from "./http-adapter.server";

const name = "leerhoek_once";
/** Long enough for the redirect; a value that nobody came for is gone soon. */
const keptSeconds = 60;

const cookie = (args: { context: unknown }, path: string, value: string, seconds: number) =>
  `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${ctxOf(args).house.publicUrl.startsWith("https:") ? "; Secure" : ""}`;

/**
 * After a form: to a page of ours that shows something one time, such as a code, so that reloading it posts nothing again.
 * The value travels in a cookie of that page alone. @param to path of the page @param value as JSON, at most some hundred bytes.
 */
export function redirectToShow(args: { context: unknown }, to: string, value: unknown): Response {
  sendCookies(args, [cookie(args, to, Buffer.from(JSON.stringify(value)).toString("base64url"), keptSeconds)]);
  return redirect(to);
}

/** What this page was given to show, once: asked again there is nothing. Undefined too for what `isIt` does not recognise. */
export function takeShown<T>(args: { request: Request; context: unknown }, isIt: (value: unknown) => value is T): T | undefined {
  const sent = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{1,1000})(?:;|$)`).exec(args.request.headers.get("cookie") ?? "")?.[1];
  if (sent === undefined) return undefined;
  sendCookies(args, [cookie(args, new URL(args.request.url).pathname, "", 0)]);
  try {
    const value: unknown = JSON.parse(Buffer.from(sent, "base64url").toString("utf8"));
    return isIt(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
