import type { RequestHandler } from "express";
import { gzipSync } from "node:zlib";

/** Smaller than this, compressing costs more than it saves; in bytes. */
const worthwhile = 1_024;

/** Compresses pages that are rendered for one person, at the fastest level: they are sent once and never kept. */
export const compressPages: RequestHandler = (request, response, next) => {
  if (!/\bgzip\b/.test(request.get("accept-encoding") ?? "")) return next();
  const { write, end } = response;
  const chunks: Buffer[] = [];
  const isPage = () => String(response.getHeader("content-type")).startsWith("text/html") && !response.getHeader("content-encoding");
  response.write = ((chunk: Uint8Array | string, ...rest: unknown[]) => {
    if (response.headersSent || !isPage()) return (write as (...given: unknown[]) => boolean).call(response, chunk, ...rest);
    chunks.push(Buffer.from(chunk as Uint8Array));
    return true;
  }) as typeof write;
  response.end = ((...given: unknown[]) => {
    const [chunk] = given;
    if (response.headersSent || !isPage()) return (end as (...given: unknown[]) => typeof response).apply(response, given);
    if (typeof chunk === "string" || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as Uint8Array));
    const body = Buffer.concat(chunks);
    response.setHeader("Vary", "Accept-Encoding, Cookie");
    if (body.length < worthwhile || request.method === "HEAD") return end.call(response, body, "utf8");
    response.setHeader("Content-Encoding", "gzip");
    return end.call(response, gzipSync(body, { level: 1 }), "utf8");
  }) as typeof end;
  next();
};
