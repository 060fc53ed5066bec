import type { Request, RequestHandler, Response } from "express";
import { randomBytes, randomUUID } from "node:crypto";
import { resolveActor } from "~/features/accounts/index.server";
import { makeCtx, type House } from "~/platform/ctx.server";
import { wantsCalm } from "~/platform/calm-mode";
import { isLanguage, type Language } from "~/platform/language";
import type { LoadContext } from "~/platform/load-context.server";
import { roomIn } from "./room-in";

const kept = new WeakMap<Request, LoadContext>();

/** The language of the device: its cookie, else Dutch. It is a preference of the device, never stored about a person. */
export function languageOf(cookies: string | undefined): Language {
  const chosen = /(?:^|;\s*)language=([a-z]{2})(?:;|$)/.exec(cookies ?? "")?.[1];
  return isLanguage(chosen) ? chosen : "nl";
}

/** What open pages ask by themselves. */
const askedByPages = new Set(["/berichten/aantal"]);

/** Works out who asks, once per request, and keeps it for the Remix handler. */
export function makeContext(house: House): RequestHandler {
  return async (request, response, next) => {
    try {
      const cookies = request.get("cookie") ?? null;
      const { actor, session, device } = await resolveActor(house, cookies, !askedByPages.has(request.path));
      const setCookie = (value: string) => void response.append("Set-Cookie", value);
      kept.set(request, {
        ctx: makeCtx(house, { actor, device, address: request.ip ?? null, language: languageOf(cookies ?? undefined) }),
        reads: [],
        nonce: randomBytes(16).toString("base64"),
        markup: new Map(),
        requestId: randomUUID(),
        session,
        calm: session !== null && wantsCalm(cookies),
        setCookie,
        room: () => roomIn(response),
      });
      next();
    } catch (error) {
      next(error);
    }
  };
}

/** The context that `makeContext` made for this request. */
export function contextOf(request: Request, _response?: Response): LoadContext {
  const context = kept.get(request);
  if (!context) throw new Error("makeContext did not run before this handler");
  return context;
}
