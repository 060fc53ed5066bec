/**
 * "Rustige modus" is a preference of the device: a cookie, never stored about a person. Pages read it too, so that two tabs
 * agree. @param cookies a Cookie header, or `document.cookie`
 */
export function wantsCalm(cookies: string | null | undefined): boolean {
  return /(?:^|;\s*)calm=1(?:;|$)/.test(cookies ?? "");
}

/** Set-Cookie of the choice; on a shared computer it goes when the browser closes, and on signing out. */
export function calmCookie(on: boolean, options: { secure: boolean; kept: boolean }): string {
  const age = on ? (options.kept ? "; Max-Age=31536000" : "") : "; Max-Age=0";
  return `calm=${on ? "1" : ""}; Path=/${age}; SameSite=Lax${options.secure ? "; Secure" : ""}`;
}
