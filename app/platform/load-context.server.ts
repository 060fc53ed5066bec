import type { Ctx } from "./ctx.server";

/** What the http door hands to every loader and action. */
export interface LoadContext {
  ctx: Ctx;
  nonce: string;
  requestId: string;
  /** The kind of device this session is on and when it ends by itself; null without a session. */
  session: { device: "own" | "shared"; endsAt: Date } | null;
  /** Adds a Set-Cookie to the answer, whatever the answer is. */
  setCookie: (value: string) => void;
}
