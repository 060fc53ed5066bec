import type { RequestHandler } from "express";
import { constants, createGzip, gzipSync } from "node:zlib";

/** Smaller than this, compressing costs more than it saves; in bytes. */
const worthwhile = 1_024;

/** What is larger leaves in two parts, in bytes: the first, with what comes in sight, while the rest is compressed beside everything else. */
const large = 131_072;
const firstPart = 65_536;

const fastest = { level: 1 };
/** In few pieces: another thread is woken for each. */
const inFewPieces = { ...fastest, chunkSize: 262_144 };

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
    if (body.length <= large) return end.call(response, gzipSync(body, fastest), "utf8");
    const zip = createGzip(inFewPieces);
    zip.on("data", (part: Buffer) => void write.call(response, part, "utf8"));
    zip.once("end", () => void end.call(response, undefined, "utf8"));
    response.once("close", () => zip.destroy());
    zip.write(body.subarray(0, firstPart));
    zip.flush(constants.Z_SYNC_FLUSH);
    zip.end(body.subarray(firstPart));
    return response;
  }) as typeof end;
  next();
};
