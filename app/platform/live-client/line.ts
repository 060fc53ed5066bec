import type { Code } from "~/platform/codes";

/** How the connection is, for people: each has its words (`live_<state>` in the catalogue `live`). */
export type LineState = "connecting" | "live" | "offline" | "ended" | "refused";

/** `unreachable`: no acknowledgement came, so it may or may not have happened; sending it again is safe where there is an id. */
export type LineCode = Code | "unreachable";

export type Answer<T extends object = object> = ({ ok: true } & T) | { ok: false; code: LineCode; retryAfterSeconds?: number };

/** The live connection of a page, shared by everything on it. Nothing here knows a feature. */
export interface Line {
  state: () => LineState;
  /** Sends an event and gives its acknowledgement; it never throws. */
  ask: <T extends object>(event: string, payload: object) => Promise<Answer<T>>;
  /** Hears an event of the server until the returned function is called. */
  on: (event: string, listener: (payload: never) => void) => () => void;
  onState: (listener: (state: LineState) => void) => () => void;
}

/** Codes after which the same may be tried again by itself. */
const passing: readonly LineCode[] = ["unreachable", "unavailable", "busy", "retry", "failed", "too_many"];

/** Whether a refusal passes by itself. */
export function mayPass(code: LineCode): boolean {
  return passing.includes(code);
}

/** How long to wait before the next try, in milliseconds: doubling from one second to half a minute, never all at once. */
export function patience(tries: number, random: () => number = Math.random): number {
  return Math.min(30_000, 1_000 * 2 ** tries) * (0.75 + random() / 2);
}
