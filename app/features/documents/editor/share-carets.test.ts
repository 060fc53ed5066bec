import { expect, test, vi } from "vitest";
import { applyAwarenessUpdate, Awareness } from "y-protocols/awareness";
import type { Line } from "~/platform/live-client/line";
import type { DocumentAwareness } from "../live";
import { openDoc } from "../open-doc";
import { shareCarets } from "./share-carets";
import { bytesOf } from "./sync-document";

test("tells once more where a caret came to rest, so that what was lost on the way does not leave it in the middle of a word", () => {
  vi.useFakeTimers();
  try {
    const told: Uint8Array[] = [];
    const line: Line = {
      state: () => "live",
      ask: (_event, payload) => (told.push(bytesOf((payload as DocumentAwareness).update)), Promise.resolve({ ok: true } as never)),
      on: () => () => undefined,
      onState: () => () => undefined,
    };
    const doc = openDoc();
    const carets = shareCarets(doc, line, "a", () => undefined);
    carets.setLive(true);
    for (const head of ["d", "o", "n"]) {
      carets.awareness.setLocalStateField("cursor", { head });
      vi.advanceTimersByTime(60);
    }
    vi.advanceTimersByTime(200);
    const beforeRest = told.length;
    vi.advanceTimersByTime(20_000);
    // Once more, and then only as often as somebody who is still here says so.
    expect(told.length - beforeRest).toBeLessThanOrEqual(3);
    expect(told.length).toBeGreaterThan(beforeRest);
    const other = new Awareness(openDoc());
    // All but what was told at first and once more is lost.
    applyAwarenessUpdate(other, told[0]!, null);
    applyAwarenessUpdate(other, told[beforeRest]!, null);
    expect(other.getStates().get(doc.clientID)).toEqual({ cursor: { head: "n" } });
    other.destroy();
    carets.stop();
  } finally {
    vi.useRealTimers();
  }
});
