import { expect, test, vi } from "vitest";
import { unsentKept } from "~/platform/kept-on-device";
import { Agenda, settle, UnsteadyLine } from "~/platform/live-client/test/unsteady-line";
import { keepUnsent } from "./keep-unsent";
import { openOutbox, type Unsent } from "./outbox";

/** What a browser keeps, whatever tabs are opened and closed. */
class Kept {
  readonly held = new Map<string, string>();
  getItem = (key: string) => this.held.get(key) ?? null;
  setItem = (key: string, value: string) => void this.held.set(key, value);
  removeItem = (key: string) => void this.held.delete(key);
}

/** A server that posts each id once, and the browser of one person. */
function browser(owner = "noor") {
  const posted: string[] = [];
  const ids = new Set<string>();
  const kept = new Kept();
  const openTab = (state: "live" | "offline") => {
    const line = new UnsteadyLine((_event, payload) => {
      const { id, text } = payload as { id: string; text: string };
      if (!ids.has(id)) posted.push(text);
      ids.add(id);
      return { ok: true, message: { id }, n: posted.length };
    }, state);
    let items: readonly Unsent[] = [];
    const agenda = new Agenda();
    const outbox = openOutbox(line, { discussion: "talk", onChange: (next) => void (items = next), onSent: () => undefined, keep: keepUnsent(owner, kept), later: agenda.later });
    return { line, outbox, agenda, items: () => items };
  };
  return { posted, kept, openTab };
}
const message = (id: string, text: string) => ({ id, text, replyTo: null });

test("what could not be sent before the tab was closed is sent by the next one, in order and once", async () => {
  const { posted, kept, openTab } = browser();
  const closed = openTab("offline");
  closed.outbox.post(message("a", "Een"));
  closed.outbox.post(message("b", "Twee"));
  closed.outbox.stop();
  expect(posted).toEqual([]);
  const next = openTab("live");
  await settle();
  expect([posted, next.items().map((item) => item.state)]).toEqual([["Een", "Twee"], ["sent", "sent"]]);
  expect(kept.held.has(unsentKept)).toBe(false);
});

test("a message whose answer was lost when the tab was closed is not posted again", async () => {
  const { posted, openTab } = browser();
  const closed = openTab("live");
  closed.line.answerArrives = () => false;
  closed.outbox.post(message("a", "Een"));
  await settle();
  closed.outbox.stop();
  openTab("live");
  await settle();
  expect(posted).toEqual(["Een"]);
});

test("two tabs that send the same post it once, and what was taken back is not sent later", async () => {
  const { posted, openTab } = browser();
  const first = openTab("offline");
  first.outbox.post(message("a", "Een"));
  first.outbox.post(message("b", "Toch niet"));
  first.outbox.drop(new Set(["b"]));
  const second = openTab("offline");
  for (const { line } of [first, second]) line.become("live");
  await settle();
  expect(posted).toEqual(["Een"]);
});

test("what was written by another person, or in another conversation, stays; what nobody came back for in a week goes", () => {
  vi.useFakeTimers();
  try {
    const kept = new Kept();
    const [noor, jef] = [keepUnsent("noor talk", kept), keepUnsent("jef talk", kept)];
    noor.add(message("a", "Een"));
    expect([noor.read(), jef.read()]).toEqual([[message("a", "Een")], []]);
    vi.setSystemTime(Date.now() + 8 * 86_400_000);
    jef.add(message("b", "Twee"));
    expect(noor.read()).toEqual([]);
    expect(kept.getItem(unsentKept)).not.toContain("Een");
  } finally {
    vi.useRealTimers();
  }
});

test("a browser that keeps nothing, or holds something else there, takes nothing away", async () => {
  const full = { getItem: () => "{", setItem: () => { throw new Error("full"); }, removeItem: () => { throw new Error("closed"); } };
  const line = new UnsteadyLine(() => ({ ok: true, message: { id: "a" }, n: 1 }));
  const sent: (number | null)[] = [];
  const outbox = openOutbox(line, { discussion: "talk", onChange: () => undefined, onSent: ({ n }) => sent.push(n), keep: keepUnsent("noor", full) });
  outbox.post(message("a", "Een"));
  await settle();
  expect(sent).toEqual([1]);
});

test("once the session has ended nothing says that it will be sent by itself, and the next tab sends it", async () => {
  const { posted, openTab } = browser();
  const ended = openTab("offline");
  ended.outbox.post(message("a", "Een"));
  ended.line.become("ended");
  expect(ended.items().map(({ state, code }) => [state, code])).toEqual([["refused", "session_ended"]]);
  openTab("live");
  await settle();
  expect(posted).toEqual(["Een"]);
});
