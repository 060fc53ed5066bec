import type { RequestHandler } from "express";

/** Headers that every answer carries; pages add their Content-Security-Policy themselves. */
export function securityHeaders(https: boolean): RequestHandler {
  return (_request, response, next) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    if (https) response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    next();
  };
}

/** Two policies would both hold: the page's own, which names its nonce, takes the place of the default. */
export const pagesBringTheirOwnPolicy: RequestHandler = (_request, response, next) => {
  response.removeHeader("Content-Security-Policy");
  next();
};
