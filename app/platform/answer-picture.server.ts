import { isUnchanged } from "./answer-feed.server";
import { answerPage } from "./http-adapter.server";

/** A picture for who may see it at this moment: a WebP and nothing else, under a policy in which nothing runs. */
export async function answerPicture(request: Request, see: () => Promise<{ version: string; read: () => Promise<Buffer> }>): Promise<Response> {
  return answerPage(request, async () => {
    const { version, read } = await see();
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
