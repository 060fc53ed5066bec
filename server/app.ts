import type { ServerBuild } from "@remix-run/node";
import express, { type Express, type Response } from "express";
import type { RequestListener } from "node:http";
import type { House } from "~/platform/ctx.server";
import { answerBySegment } from "./http/answer-by-segment";
import { checkAddress } from "./http/check-address";
import { compressPages } from "./http/compress-pages";
import { guardOrigin } from "./http/guard-origin";
import { healthz, readyz } from "./http/health";
import { operatorDoor } from "./http/operator";
import { limitBody } from "./http/limit-body";
import { contextOf, makeContext } from "./http/make-context";
import { readingCache } from "./http/reading-cache";
import { pagesBringTheirOwnPolicy, securityHeaders } from "./http/security-headers";
import { serveFiles } from "./http/serve-files";
import { streamHead, streamSince } from "./http/streams";

export interface AppState {
  /** On its way out: `/readyz` says so, new work is refused by the balancer. */
  closing: boolean;
  /** A backup is being restored: pages say so and wait. */
  resting: boolean;
}

export interface App {
  /** Answers every request. */
  answer: RequestListener;
  /** What knows the proxies that are believed. */
  express: Express;
}

/** Origins that a write may come from: the public address, or the address that was asked for on a network of one's own. */
export function allowedOrigins(house: House): (host: string) => string[] {
  return (host) => (house.env.PUBLIC_URL ? [new URL(house.env.PUBLIC_URL).origin] : [`http://${host}`, `https://${host}`]);
}

/** The http doors, in the order in which a request meets them. */
export function createApp(house: House, build: ServerBuild | (() => Promise<ServerBuild>), state: AppState, operatorToken: string | null = null): App {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", trustedProxy(house.env.TRUST_PROXY));
  app.get("/healthz", healthz);
  app.get("/readyz", readyz(house, state));
  app.use(securityHeaders(house.publicUrl.startsWith("https:")));
  app.use(checkAddress);
  if (operatorToken) app.use("/operator", operatorDoor(house, operatorToken, state));
  app.use((_request, response, next) => (state.resting ? sayUnavailable(response) : next()));
  const cache = readingCache(house);
  app.use(serveFiles("build/client"));
  app.use(guardOrigin(allowedOrigins(house)));
  app.use(limitBody);
  app.use(makeContext(house));
  app.get("/streams/:stream/head", streamHead);
  app.get("/streams/:stream", streamSince);
  app.use(compressPages);
  app.use(cache.keep);
  app.use(pagesBringTheirOwnPolicy);
  app.all("*", answerBySegment({ build, mode: house.env.NODE_ENV, getLoadContext: (request) => ({ ...contextOf(request) }) }));
  app.use(((error: unknown, _request, response, next) => {
    house.logger.error({ err: error }, "request failed before a page could answer");
    if (response.headersSent) return next(error);
    sayUnavailable(response);
  }) satisfies express.ErrorRequestHandler);
  // What is kept needs none of the doors below: it was let through all of them once.
  const answer: RequestListener = (request, response) => {
    if (state.resting || !cache.look(request, response)) app(request, response);
  };
  return { answer, express: app };
}

/** The page that works without the application. */
function sayUnavailable(response: Response): void {
  response.removeHeader("Content-Security-Policy");
  response.status(503).set("Retry-After", "5").sendFile("503.html", { root: "build/client/errors" }, (missing) => {
    if (missing) response.type("text/plain; charset=utf-8").send("Er ging iets mis. Probeer het straks opnieuw.\n");
  });
}

/** `TRUST_PROXY`: a number of proxies, or the addresses of the proxies; absent: nobody is believed. */
function trustedProxy(value: string | undefined): number | string | boolean {
  if (value === undefined) return false;
  return /^\d+$/.test(value) ? Number(value) : value;
}
