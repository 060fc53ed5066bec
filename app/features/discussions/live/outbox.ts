import { mayPass, patience, type Answer, type Line, type LineCode } from "~/platform/live-client/line";
import type { UnsentKeeper, WrittenMessage } from "./keep-unsent";
import type { DiscussionEvents } from "./live";

/** A message on its way. It keeps its id, so that sending it again never posts it twice. */
export interface Unsent extends WrittenMessage {
  /** `waiting`: not sent yet, or sent without an answer; `sent`: committed, about to come back with the stream. */
  state: "sending" | "waiting" | "sent" | "refused";
  /** Why it was refused for good. */
  code: LineCode | null;
}

export interface OutboxOptions {
  discussion: string;
  onChange: (items: readonly Unsent[]) => void;
  /** The message was committed; `n` is the number of the group's stream at which it is. */
  onSent: (answer: DiscussionEvents["message:post"]["answer"]) => void;
  /** On one's own device: what an earlier tab could not send is taken up again. */
  keep?: UnsentKeeper | null;
  later?: (work: () => void, ms: number) => () => void;
  random?: () => number;
}

export interface Outbox {
  post: (item: WrittenMessage) => void;
  /** Forgets a message that was refused, or that arrived with the stream. */
  drop: (ids: ReadonlySet<string>) => void;
  /** Forgets what was answered: the page was loaded anew, and what is not on it comes yet or stands elsewhere. */
  forgetSent: () => void;
  stop: () => void;
}

const laterByClock = (work: () => void, ms: number) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/** Sends messages one after another, in the order in which they were written, until each was answered. */
export function openOutbox(line: Line, options: OutboxOptions): Outbox {
  const { keep, later = laterByClock, random = Math.random } = options;
  let items: readonly Unsent[] = [];
  let busy = false;
  let tries = 0;
  let callOff: (() => void) | null = null;
  let stopped = false;

  const change = (next: readonly Unsent[]) => {
    items = next;
    options.onChange(items);
  };
  const set = (id: string, changes: Partial<Unsent>) => change(items.map((item) => (item.id === id ? { ...item, ...changes } : item)));
  const pump = async (): Promise<void> => {
    const next = items.find((item) => item.state === "waiting");
    if (busy || stopped || !next || callOff || line.state() !== "live") return;
    busy = true;
    set(next.id, { state: "sending" });
    const { id, text, replyTo } = next;
    const answer: Answer<DiscussionEvents["message:post"]["answer"]> = await line.ask("message:post", { id, discussion: options.discussion, text, replyTo });
    busy = false;
    if (stopped) return;
    if (answer.ok) {
      tries = 0;
      keep?.remove(new Set([id]));
      set(id, { state: "sent" });
      options.onSent(answer);
    } else if (answer.code === "already_done") {
      // Posted, and edited since: nothing is lost and nothing is left to do.
      drop(new Set([id]));
    } else if (mayPass(answer.code)) {
      set(id, { state: "waiting" });
      callOff = later(() => {
        callOff = null;
        void pump();
      }, answer.retryAfterSeconds !== undefined ? answer.retryAfterSeconds * 1_000 : patience(tries++, random));
      return;
    } else {
      set(id, { state: "refused", code: answer.code });
    }
    await pump();
  };
  const drop = (ids: ReadonlySet<string>) => {
    if (!items.some((item) => ids.has(item.id))) return;
    keep?.remove(ids);
    change(items.filter((item) => !ids.has(item.id)));
  };
  const endListening = line.onState((state) => {
    // Nothing is tried again on this page, and it must not say so.
    if (state === "ended") change(items.map((item) => (item.state === "sent" ? item : { ...item, state: "refused", code: "session_ended" })));
    if (state !== "live") return;
    callOff?.();
    callOff = null;
    tries = 0;
    void pump();
  });
  const post = (item: WrittenMessage) => {
    keep?.add(item);
    change([...items, { ...item, state: "waiting", code: null }]);
    void pump();
  };
  keep?.read().forEach(post);
  return {
    post,
    drop,
    forgetSent: () => drop(new Set(items.filter((item) => item.state === "sent").map((item) => item.id))),
    stop: () => {
      stopped = true;
      callOff?.();
      endListening();
    },
  };
}
