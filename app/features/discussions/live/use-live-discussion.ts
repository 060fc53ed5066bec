import { useNavigate } from "@remix-run/react";
import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import { followStream, type Delivery, type Following } from "~/platform/live-client/follow-stream";
import type { Line, LineCode, LineState } from "~/platform/live-client/line";
import { useLine, useLineState } from "~/platform/live-client/use-line-state";
import { reveal, shownMessages, start, take, waitingMessages, type Followed } from "./follow-discussion";
import { openOutbox, type Outbox, type Unsent } from "./outbox";
import type { DiscussionPage } from "../read-discussion.server";
import { messageHref, type DiscussionView, type MessageView, type Quote } from "../views";

export interface LiveDiscussion {
  discussion: DiscussionView;
  messages: MessageView[];
  /** What stood at the top when the page was loaded, in its newest state. */
  pinned: Quote[];
  waiting: MessageView[];
  /** On a page of older messages: how many there are in all by now. */
  newest: number;
  /** Why nothing of it may be shown any more. */
  denied: LineCode | null;
  line: Line | null;
  state: LineState;
  unsent: readonly Unsent[];
  /** False while there is no connection yet: the plain form then does the work. */
  canPost: boolean;
  post: (text: string, replyTo: string | null) => void;
  dropUnsent: (id: string) => void;
  showWaiting: () => void;
  /** Told of runs of new messages by others, to announce them. */
  onNew: (listener: (messages: MessageView[]) => void) => () => void;
}

type Change = { do: "start"; page: DiscussionPage } | { do: "take"; facts: Delivery[]; atOnce: boolean } | { do: "reveal" };

function change(state: Followed, given: Change): Followed {
  if (given.do === "start") return start(given.page);
  if (given.do === "reveal") return reveal(state);
  const next = take(state, given.facts);
  return given.atOnce ? reveal(next) : next;
}

/**
 * A conversation that stays up to date: what was loaded, then what the group's stream brings. Without an account, and
 * until the connection stands, it is simply what was loaded.
 * @param atOnce whether new messages may be shown at once, because nobody is reading above them
 */
export function useLiveDiscussion(page: DiscussionPage, atOnce: () => boolean): LiveDiscussion {
  const navigate = useNavigate();
  const line = useLine(page.me !== null);
  const state = useLineState(line);
  const [followed, dispatch] = useReducer(change, page, start);
  const [denied, setDenied] = useState<LineCode | null>(null);
  const [unsent, setUnsent] = useState<readonly Unsent[]>([]);
  const [wasLive, setWasLive] = useState(false);
  const outbox = useRef<Outbox | null>(null);
  const following = useRef<Following | null>(null);
  const listeners = useRef(new Set<(messages: MessageView[]) => void>());
  const mayShowAtOnce = useRef(atOnce);
  mayShowAtOnce.current = atOnce;
  const own = useRef(new Set<string>());

  useEffect(() => dispatch({ do: "start", page }), [page]);
  useEffect(() => {
    if (state === "live") setWasLive(true);
  }, [state]);

  // A new page of the same conversation, without moving what is being read.
  const reload = () => navigate(`?vanaf=${page.window.from}`, { replace: true, preventScrollReset: true });
  const again = useRef(reload);
  again.current = reload;

  const { id: stream, n: since } = page.streams.group;
  const discussionId = page.discussion.id;
  useEffect(() => {
    if (!line) return;
    const now = followStream(line, {
      stream,
      since,
      onFacts: (facts) => {
        const posted = postedIn(facts, discussionId);
        dispatch({ do: "take", facts, atOnce: mayShowAtOnce.current() || posted.some((message) => own.current.has(message.id)) });
        const others = posted.filter((message) => !own.current.has(message.id));
        if (others.length > 0) for (const listener of listeners.current) listener(others);
      },
      onReload: () => again.current(),
      onDenied: setDenied,
    });
    following.current = now;
    return now.stop;
  }, [line, stream, since, discussionId]);

  useEffect(() => {
    if (!line) return;
    const box = openOutbox(line, {
      discussion: discussionId,
      onChange: setUnsent,
      onSent: ({ message, n }) => {
        if (n !== null) following.current?.expect(n);
        // On a page of older messages the new one does not come: go where it stands.
        if (page.window.newer !== null) navigate(messageHref(discussionId, message.number));
      },
    });
    outbox.current = box;
    return box.stop;
  }, [line, discussionId, page.window.newer, navigate]);

  // What came back with the stream is no longer on its way.
  useEffect(() => {
    const arrived = unsent.filter((item) => followed.messages.has(item.id)).map((item) => item.id);
    if (arrived.length > 0) outbox.current?.drop(new Set(arrived));
  }, [unsent, followed.messages]);

  // What answers the question and which bundle it is in is not part of the stream.
  const askedAs = `${followed.discussion.questionState} ${followed.discussion.bundle}`;
  const knownAs = `${page.discussion.questionState} ${page.discussion.bundle}`;
  useEffect(() => {
    if (followed.stale || askedAs !== knownAs) again.current();
  }, [followed.stale, askedAs, knownAs]);

  const messages = useMemo(() => shownMessages(followed), [followed]);
  const waiting = useMemo(() => waitingMessages(followed), [followed]);
  return {
    discussion: followed.discussion,
    messages,
    pinned: page.pinned.map((one) => followed.quoted.get(one.id) ?? one),
    waiting,
    newest: followed.newest,
    denied,
    line,
    state,
    unsent,
    canPost: wasLive && state !== "ended",
    post: (text, replyTo) => {
      const id = newId();
      own.current.add(id);
      outbox.current?.post({ id, text, replyTo });
    },
    dropUnsent: (id) => outbox.current?.drop(new Set([id])),
    showWaiting: () => dispatch({ do: "reveal" }),
    onNew: (listener) => {
      listeners.current.add(listener);
      return () => void listeners.current.delete(listener);
    },
  };
}

function postedIn(facts: Delivery[], discussionId: string): MessageView[] {
  return facts
    .filter((fact) => fact.type === "discussion.message-posted")
    .flatMap((fact) => fact.entities)
    .filter((entity) => entity.kind === "message" && entity["discussion"] === discussionId && entity.gone === undefined) as unknown as MessageView[];
}

/** A random id; `crypto.randomUUID` needs a secure context, and a town's own network has none. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
