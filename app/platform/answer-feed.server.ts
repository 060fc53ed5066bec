import { createHash } from "node:crypto";
import { answerPage } from "./http-adapter.server";

/** Something that programs fetch again and again: a feed, a calendar. */
export interface Fetched {
  contentType: string;
  /** All that decides what it says: the streams with their numbers, the language. */
  version: string;
  /** When the newest of it happened. */
  changedAt: Date | null;
  write: () => Promise<string>;
}

/**
 * Answers a program that fetches again and again: what did not change is not made again (304, RFC 9110 section 13).
 * Refusals are the codes that `open` throws.
 */
export async function answerFeed(request: Request, open: () => Promise<Fetched>): Promise<Response> {
  return answerPage(request, async () => {
    const { contentType, version, changedAt, write } = await open();
    const tag = `W/"${createHash("sha256").update(version).digest("base64url").slice(0, 27)}"`;
    const modified = changedAt && lastModified(changedAt);
    const headers = {
      ETag: tag,
      ...(modified ? { "Last-Modified": modified.toUTCString() } : {}),
      // It may be kept, but is asked for each time: what was taken back is gone at once.
      "Cache-Control": "no-cache",
      Vary: "Cookie",
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    };
    if (isUnchanged(request.headers, tag, modified)) return new Response(null, { status: 304, headers });
    return new Response(await write(), { headers: { ...headers, "Content-Type": contentType } });
  });
}

/** The header counts in seconds: the second after the change, and none before that has passed, or a change in the same second would stay unseen. */
function lastModified(changedAt: Date): Date | null {
  const second = new Date(Math.ceil((changedAt.getTime() + 1) / 1_000) * 1_000);
  return second.getTime() <= Date.now() ? second : null;
}

/** Whether who asks has it already: `If-None-Match` decides where it is given, else `If-Modified-Since`. */
export function isUnchanged(asked: Headers, tag: string, modified: Date | null): boolean {
  const known = asked.get("If-None-Match");
  const opaque = (value: string) => value.trim().replace(/^W\//, "");
  if (known !== null) return known.trim() === "*" || known.split(",").some((one) => opaque(one) === opaque(tag));
  const since = Date.parse(asked.get("If-Modified-Since") ?? "");
  return modified !== null && since >= modified.getTime();
}
