import type { RequestHandler } from "express";
import { existsSync } from "node:fs";
import sirv from "sirv";

const year = 31_536_000;
const hour = 3_600;

/** The built files, compressed at build: names with a hash may be kept for ever, others for an hour. */
export function serveFiles(folder: string): RequestHandler {
  if (!existsSync(folder)) return (_request, _response, next) => next();
  return sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: [],
    maxAge: hour,
    setHeaders: (response, path) => {
      // sirv's list of types does not know it.
      if (path.endsWith(".ico")) response.setHeader("Content-Type", "image/x-icon");
      if (path.startsWith("/assets/")) response.setHeader("Cache-Control", `public, max-age=${year}, immutable`);
    },
  });
}
