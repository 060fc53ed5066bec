import type { Ctx } from "./ctx.server";
import type { PageMarkup } from "./page-markup.server";
import type { StreamId } from "./streams";

/** What the http door hands to every loader and action. */
export interface LoadContext {
  ctx: Ctx;
  /** What each loader of this request declared to depend on. */
  reads: Map<StreamId, number>[];
  nonce: string;
  /** What reads of this request gave the page to draw, beside their data. */
  markup: PageMarkup;
  requestId: string;
  /** The kind of device this session is on and when it ends by itself; null without a session. */
  session: { device: "own" | "shared"; endsAt: Date } | null;
  /** "Rustige modus" on this device; only for people with an account, since nothing changes by itself for others. */
  calm: boolean;
  /** Adds a Set-Cookie to the answer, whatever the answer is. */
  setCookie: (value: string) => void;
  /** Waits until the connection takes more of a long answer, or is gone. */
  room: () => Promise<void>;
}
