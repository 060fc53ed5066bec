import { data, redirect } from "@remix-run/node";
import { AppError, type Code } from "./codes";
import type { Ctx } from "./ctx.server";
import { throwAsAppError } from "./database-errors.server";
import type { LoadContext } from "./load-context.server";

/** What a form's page gets back after a refusal: the code, a code per field, and what the person had typed. */
export interface FormRefusal {
  code: Code;
  fields: Record<string, string>;
  values: Record<string, string>;
  retryAfterSeconds?: number;
  detail?: Record<string, string | number>;
}

/** Fields that are never sent back to the page. */
const neverRepeated = /password|code|token/i;

/**
 * Form fields as an object; a name that ends in `[]`, and any repeated name, becomes a list.
 * @throws Response `invalid_input` for what no form of ours sends: another content type, a body that breaks off.
 */
export async function readForm(request: Request): Promise<Record<string, string | string[]>> {
  const form = await request.formData().catch((cause: unknown) => {
    throw asResponse(new AppError("invalid_input", {}, { cause }));
  });
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value) => typeof value === "string");
    if (name.endsWith("[]")) fields[name.slice(0, -2)] = values;
    else fields[name] = values.length > 1 ? values : (values[0] ?? "");
  }
  return { ...fields };
}

/**
 * Runs one form: `run` calls the action and says where to go, or gives what the page shows once, such as a code. Refusals
 * come back to the same page with what was typed; "not found" and "sign in" leave it.
 */
export async function answerForm<T = Response>(
  request: Request,
  run: (fields: Record<string, string | string[]>) => Promise<T>,
): Promise<T | ReturnType<typeof data<{ refusal: FormRefusal }>>> {
  const fields = await readForm(request);
  try {
    return await run(fields);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "not_found") throw asResponse(error);
    if (error.code === "sign_in" || error.code === "session_ended") throw redirectToSignIn(request);
    const values: Record<string, string> = {};
    for (const [name, value] of Object.entries(fields)) {
      if (!neverRepeated.test(name)) values[name] = Array.isArray(value) ? value.join("\n") : value;
    }
    const { fields: wrong = {}, retryAfterSeconds, values: detail } = error.detail;
    return data(
      { refusal: { code: error.code, fields: wrong, values, retryAfterSeconds, detail } },
      { status: error.status, headers: retryAfterSeconds ? { "Retry-After": String(retryAfterSeconds) } : undefined },
    );
  }
}

/** Runs a read for a page; codes become a response that the nearest error screen explains. */
export async function answerPage<T>(request: Request, read: () => Promise<T>): Promise<T> {
  try {
    return await read().catch(throwAsAppError);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "sign_in" || error.code === "session_ended") throw redirectToSignIn(request);
    throw asResponse(error);
  }
}

/** The error as a response: `data` is `{ code }`, the root's error screen finds the words. */
export function asResponse(error: AppError): Response {
  return Response.json({ code: error.code, ...error.detail.values }, { status: error.status, statusText: error.code });
}

/** To the sign-in page, and back here afterwards. */
export function redirectToSignIn(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const back = request.method === "GET" ? pathname + search : (sameSitePath(request.headers.get("referer"), request.url) ?? "/");
  return redirect(`/aanmelden?next=${encodeURIComponent(back)}`);
}

function sameSitePath(referer: string | null, url: string): string | null {
  if (!referer || !URL.canParse(referer)) return null;
  const from = new URL(referer);
  return from.host === new URL(url).host ? safeNext(from.pathname + from.search) : null;
}

/** A path inside this site, or null: never another host, scheme, backslash or control character. */
export function safeNext(value: string | null | undefined): string | null {
  if (!value || value.length > 500 || !/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(value)) return null;
  const url = new URL(value, "http://inside.invalid");
  return url.host === "inside.invalid" && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : null;
}

/**
 * What a loader or action works with, from its arguments. Each gets a list of its own for the streams it depends on: a page
 * is kept only when every one of its loaders declared some.
 */
export function ctxOf(args: { context: unknown }): Ctx {
  const { ctx, reads } = args.context as LoadContext;
  const own: Ctx = { ...ctx, dependsOn: new Map() };
  reads.push(own.dependsOn);
  return own;
}

/** The page number that a paged list was asked for, from 1. */
export function pageNumber(request: Request): number {
  const asked = Number(new URL(request.url).searchParams.get("pagina") ?? 1);
  return Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1;
}

/** Adds Set-Cookies to the answer, whatever the answer is. */
export function sendCookies(args: { context: unknown }, lines: string[]): void {
  lines.forEach((args.context as LoadContext).setCookie);
}
