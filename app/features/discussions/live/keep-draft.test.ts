import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Line, LineState } from "~/platform/live-client/line";
import { keepDraftOf } from "./keep-draft";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("keeps what was sent or changed without a connection once that is back, so that it does not come back as it was", async () => {
  let state: LineState = "live";
  const kept: string[] = [];
  const watching = new Set<(state: LineState) => void>();
  const line: Line = {
    state: () => state,
    on: () => () => undefined,
    onState: (listener) => {
      watching.add(listener);
      return () => watching.delete(listener);
    },
    ask: ((_event: string, { text }: { text: string }) => {
      if (state === "live") kept.push(text);
      return Promise.resolve(state === "live" ? { ok: true } : { ok: false, code: "unreachable" });
    }) as Line["ask"],
  };
  const become = (next: LineState) => {
    state = next;
    for (const listener of watching) listener(next);
  };
  const field = Object.assign(new EventTarget(), { value: "" }) as unknown as HTMLTextAreaElement;
  const type = async (text: string) => {
    field.value = text;
    field.dispatchEvent(new Event("input"));
    await vi.advanceTimersByTimeAsync(5_000);
  };
  const stop = keepDraftOf(line, "talk", field, "", () => undefined);
  await type("Ik schrijf nog");
  become("offline");
  await type("");
  expect(kept).toEqual(["Ik schrijf nog"]);
  become("live");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(kept).toEqual(["Ik schrijf nog", ""]);
  become("live");
  await vi.advanceTimersByTimeAsync(5_000);
  stop();
  expect([kept.length, watching.size]).toEqual([2, 0]);
});
