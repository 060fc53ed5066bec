import type { RequestHandler } from "express";

/** Whether a browser says that a write comes from our own pages. Both headers missing: an old browser or a bare client. */
export function judgeOrigin(headers: { origin?: string; "sec-fetch-site"?: string; referer?: string }, allowed: readonly string[]): "own" | "foreign" | "unknown" {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || (site === "none" && headers.origin === undefined) ? "own" : "foreign";
  const said = headers.origin ?? headers.referer;
  if (said === undefined) return "unknown";
  if (!URL.canParse(said)) return "foreign";
  return allowed.includes(new URL(said).origin) ? "own" : "foreign";
}

/** Mail programs stop letters by themselves, from no page at all (RFC 8058): the key in the address is all that counts there. */
const fromMailPrograms = /^\/mails-uit\/[\w-]{43}$/;

/**
 * Stops every write that another site started (CSRF): resource routes and missing headers included. Old browsers send
 * neither header on a form of this very site only when a referrer policy removes both, which ours does not: refuse.
 */
export function guardOrigin(allowedFor: (host: string) => string[]): RequestHandler {
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return next();
    const judged = judgeOrigin(
      { origin: request.get("origin"), "sec-fetch-site": request.get("sec-fetch-site"), referer: request.get("referer") },
      allowedFor(request.get("host") ?? ""),
    );
    if (judged === "own" || (judged === "unknown" && fromMailPrograms.test(request.path))) return next();
    response.status(403).type("text/plain; charset=utf-8").send("Dit verzoek kwam van een andere website. Open de pagina hier en probeer opnieuw.\n");
  };
}
