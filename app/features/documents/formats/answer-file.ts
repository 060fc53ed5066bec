import type { TextFile } from "./export-document.server";

/** A file to keep, never to show: what stands in it runs nowhere on this site. Its name holds letters, digits and dashes alone. */
export function answerFile({ name, type, body }: TextFile): Response {
  return new Response(body as BodyInit, {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'" },
  });
}
