import type { RequestHandler } from "express";
import { z } from "zod";
import { catchUp, headOf } from "#server/live/catch-up";
import { AppError } from "~/platform/codes";
import { throwAsAppError } from "~/platform/database-errors.server";
import { parseStream, type StreamId } from "~/platform/streams";
import { contextOf } from "./make-context";

const Since = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const Known = z.object({ since: Since.optional(), about: z.uuid().optional() });

/** The stream that the path names. @throws AppError `not_found` */
function streamOf(value: unknown): StreamId {
  if (typeof value !== "string" || !parseStream(value)) throw new AppError("not_found");
  return value as StreamId;
}

function answer(read: (request: Parameters<RequestHandler>[0]) => Promise<object>): RequestHandler {
  return async (request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    try {
      response.json({ ok: true, ...(await read(request).catch(throwAsAppError)) });
    } catch (error) {
      if (!(error instanceof AppError)) return next(error);
      response.status(error.status).json({ ok: false, code: error.code });
    }
  };
}

/** `GET /streams/<stream>/head`: how far it is; with `since` and `about` whether there is something new to read, for pages without a socket. */
export const streamHead = answer(async (request) => {
  const known = Known.safeParse(request.query);
  if (!known.success) throw new AppError("invalid_input");
  return headOf(contextOf(request).ctx, streamOf(request.params.stream), known.data);
});

/** `GET /streams/<stream>?since=n`: the same as `stream:join`, over plain http. */
export const streamSince = answer(async (request) => {
  const since = Since.safeParse(request.query.since ?? 0);
  if (!since.success) throw new AppError("invalid_input");
  return catchUp(contextOf(request).ctx, streamOf(request.params.stream), since.data);
});
