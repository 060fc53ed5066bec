import { redirect } from "@remix-run/node";
import { AppError, type Code } from "~/platform/codes";
import type { FormRefusal } from "~/platform/http-adapter.server";
import type { TextFile } from "./export-document.server";

/** Why a file did not come, said on the page where it was asked for: a file has no page of its own. */
const said: readonly Code[] = ["file_kind_absent", "file_not_made", "busy", "too_many", "retry"];
const name = "niet";

/** A file to keep, never to show: what stands in it runs nowhere on this site. Its name holds letters, digits and dashes alone. */
export function answerFile({ name: file, type, body }: TextFile): Response {
  return new Response(body as BodyInit, {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${file}"`, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'" },
  });
}

/**
 * Makes a file that was asked for on a page; where it does not come, that page says why. What the page does not say is thrown
 * on, such as that there is no such text. @throws AppError, and Response back to the page.
 */
export async function orSayOn<F>(page: string, make: () => Promise<F>): Promise<F> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof AppError) || !said.includes(error.code)) throw error;
    throw redirect(`${page}${page.includes("?") ? "&" : "?"}${name}=${error.code}`, 303);
  }
}

/** What such a page says at its top; undefined when it was not come to from a file. */
export function refusalIn(request: Request): FormRefusal | undefined {
  const asked = new URL(request.url).searchParams.get(name);
  const code = said.find((one) => one === asked);
  return code && { code, fields: {}, values: {} };
}
