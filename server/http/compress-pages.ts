import type { RequestHandler } from "express";
import { gzipSync } from "node:zlib";
import { zipInParts } from "./zip-in-parts";

/** Smaller than this, compressing costs more than it saves; in bytes. */
const worthwhile = 1_024;

/** What is larger leaves in parts, in bytes. */
const large = 131_072;

/**
 * So long a browser has the beginning of a large page to itself, in milliseconds: as long as it takes two slow cores to draw it.
 * Not a page with the framework, whose scripts wait for its end: its policy has a nonce.
 */
const headStart = 300;

/** Compresses pages that are rendered for one person, at the fastest level: they are sent once, and nothing is kept but large parts that several of them have. */
export const compressPages: RequestHandler = (request, response, next) => {
  if (!/\bgzip\b/.test(request.get("accept-encoding") ?? "")) return next();
  const { write, end } = response;
  const chunks: Uint8Array[] = [];
  const take = (chunk: Uint8Array | string) => void chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  const isPage = () => String(response.getHeader("content-type")).startsWith("text/html") && !response.getHeader("content-encoding");
  response.write = ((chunk: Uint8Array | string, ...rest: unknown[]) => {
    if (response.headersSent || !isPage()) return (write as (...given: unknown[]) => boolean).call(response, chunk, ...rest);
    take(chunk);
    return true;
  }) as typeof write;
  response.end = ((...given: unknown[]) => {
    const [chunk] = given;
    if (response.headersSent || !isPage()) return (end as (...given: unknown[]) => typeof response).apply(response, given);
    if (typeof chunk === "string" || chunk instanceof Uint8Array) take(chunk);
    response.setHeader("Vary", "Accept-Encoding, Cookie");
    const length = chunks.reduce((sum, { length: more }) => sum + more, 0);
    if (length < worthwhile || request.method === "HEAD") return end.call(response, Buffer.concat(chunks), "utf8");
    response.setHeader("Content-Encoding", "gzip");
    if (length <= large) return end.call(response, gzipSync(Buffer.concat(chunks), { level: 1 }), "utf8");
    const hydrated = String(response.getHeader("content-security-policy")).includes("'nonce-");
    zipInParts(chunks, response, { write, end }, hydrated ? 0 : headStart).catch((error: unknown) => response.destroy(error as Error));
    return response;
  }) as typeof end;
  next();
};
