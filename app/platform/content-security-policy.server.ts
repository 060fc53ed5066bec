import { createHash } from "node:crypto";

/**
 * Reading pages carry no inline script and a fixed policy, so that they may be kept; hydrated pages name a nonce and are
 * never kept. Without 'strict-dynamic': under it a browser does not fetch modules ahead, and nobody's files are served as
 * script from here. `connect-src` spells out the socket's scheme for browsers in which 'self' does not cover it.
 */
export function contentSecurityPolicy(nonce: string | null, publicUrl: string, { ownStyle, frames }: { ownStyle: string; frames: readonly string[] }): string {
  const socket = publicUrl.replace(/^http/, "ws");
  return [
    "default-src 'self'",
    nonce ? `script-src 'nonce-${nonce}' 'self'` : "script-src 'self'",
    `style-src 'self' 'sha256-${createHash("sha256").update(ownStyle).digest("base64")}'`,
    "img-src 'self' data: blob:",
    `frame-src ${frames.join(" ")}`,
    `connect-src 'self' ${socket}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
