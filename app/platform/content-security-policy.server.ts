import type { EntryContext } from "@remix-run/node";

/** Whether one of the page's routes asked for the framework in the browser with `handle.hydrate`. */
export function isHydrated(context: EntryContext): boolean {
  return context.staticHandlerContext.matches.some((match) => (match.route.handle as { hydrate?: boolean } | undefined)?.hydrate === true);
}

/**
 * Reading pages carry no inline script and a fixed policy, so that they may be kept; hydrated pages name a nonce and are
 * never kept. `connect-src` spells out the socket's scheme for browsers in which 'self' does not cover it.
 */
export function contentSecurityPolicy(nonce: string | null, publicUrl: string): string {
  const socket = publicUrl.replace(/^http/, "ws");
  return [
    "default-src 'self'",
    nonce ? `script-src 'nonce-${nonce}' 'strict-dynamic' 'self'` : "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${socket}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
