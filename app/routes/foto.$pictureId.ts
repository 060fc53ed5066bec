import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPicture } from "~/features/discussions/index.server";
import { isUnchanged } from "~/platform/answer-feed.server";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

/** A picture of a message, for who may see that message now; `?klein` for the one in the conversation. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const size = new URL(request.url).searchParams.has("klein") ? "small" : "large";
  return answerPage(request, async () => {
    const { version, read } = await readPicture(ctxOf({ context }), { id: params.pictureId!, size });
    const tag = `"${version}"`;
    const headers = {
      ETag: tag,
      // The browser keeps it, and asks each time: what was hidden or taken back is gone at once.
      "Cache-Control": "private, no-cache",
      Vary: "Cookie",
      "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    };
    if (isUnchanged(request.headers, tag, null)) return new Response(null, { status: 304, headers });
    const bytes = await read();
    return new Response(new Uint8Array(bytes), { headers: { ...headers, "Content-Type": "image/webp", "Content-Length": String(bytes.length), "Content-Disposition": 'inline; filename="foto.webp"' } });
  });
}
