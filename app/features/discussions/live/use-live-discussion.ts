import { useNavigate } from "@remix-run/react";
import { useEffect, useMemo, useReducer, useRef, useState, type RefObject } from "react";
import { followStream, type Delivery, type Following } from "~/platform/live-client/follow-stream";
import type { Line, LineCode, LineState } from "~/platform/live-client/line";
import { useLine, useLineState } from "~/platform/live-client/use-line-state";
import { bound, extend, reveal, shownMessages, start, take, waitingMessages, type Followed } from "./follow-discussion";
import { keepUnsent } from "./keep-unsent";
import type { DiscussionEvents } from "./live";
import { openOutbox, type Outbox, type Unsent } from "./outbox";
import { messageInSight, useHoldStill } from "./use-hold-still";
import type { DiscussionPage } from "../read-discussion.server";
import { discussionHref, messageHref, windowSize, type DiscussionView, type MessageView, type Quote, type ReadingDevice } from "../views";

export interface LiveDiscussion {
  discussion: DiscussionView;
  messages: MessageView[];
  /** What stood at the top when the page was loaded, in its newest state. */
  pinned: Quote[];
  waiting: MessageView[];
  /** The first and the last number that the page holds; `to` null: up to the newest. */
  from: number;
  to: number | null;
  /** The highest number known of. */
  newest: number;
  /** Fetches what stands above or under. @returns false where there is no connection: the link then loads a page. */
  load: (side: "above" | "under") => boolean;
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

type Change =
  | { do: "start"; page: DiscussionPage }
  | { do: "take"; facts: Delivery[]; atOnce: boolean }
  | { do: "extend"; part: Part; meanwhile: Delivery[] }
  | { do: "reveal" };
type Part = DiscussionEvents["discussion:part"]["answer"]["part"];

function change(state: Followed, given: Change): Followed {
  if (given.do === "start") return start(given.page);
  if (given.do === "reveal") return bound(reveal(state));
  if (given.do === "extend") return extend(state, given.part, given.meanwhile);
  const next = take(state, given.facts);
  return bound(given.atOnce ? reveal(next) : next);
}

/**
 * A conversation that stays up to date: what was loaded, then what the group's stream brings. Without an account, and
 * until the connection stands, it is simply what was loaded.
 * @param log holds the messages: whatever is added or let go, what is read in it stays where it is
 * @param atOnce whether new messages may be shown at once, because nobody is reading above them
 */
export function useLiveDiscussion(page: DiscussionPage, { own: ownDevice }: ReadingDevice, log: RefObject<HTMLElement>, atOnce: () => boolean): LiveDiscussion {
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
  /** Messages of this person, by id: whether they were written on this page, or by a tab that was closed. */
  const own = useRef(new Map<string, boolean>());

  const hold = useHoldStill(log);
  const loading = useRef(false);
  /** What the stream brought while a part was on its way. */
  const meanwhile = useRef<Delivery[]>([]);
  const reloading = useRef(false);

  useEffect(() => {
    if (reloading.current) hold();
    reloading.current = false;
    dispatch({ do: "start", page });
    outbox.current?.forgetSent();
  }, [page, hold]);
  useEffect(() => {
    if (state === "live") setWasLive(true);
  }, [state]);

  // A new page of the same conversation, without moving what is being read.
  const reload = () => {
    reloading.current = true;
    const inSight = Number(messageInSight(log.current)?.id.replace("bericht-", "")) || followed.from;
    navigate(`${discussionHref(discussionId)}?vanaf=${Math.max(1, Math.min(inSight - 4, followed.newest - windowSize + 1))}`, { replace: true, preventScrollReset: true });
  };
  const again = useRef(reload);
  again.current = reload;

  const toNow = useRef(followed.to);
  toNow.current = followed.to;
  const { id: stream, n: since } = page.streams.group;
  const discussionId = page.discussion.id;
  const membership = page.me?.membership ?? null;
  useEffect(() => {
    if (!line) return;
    const now = followStream(line, {
      stream,
      since,
      onFacts: (facts) => {
        const posted = postedIn(facts, discussionId);
        if (loading.current) meanwhile.current.push(...facts);
        hold();
        // Also what came and went elsewhere at once.
        outbox.current?.drop(new Set(facts.flatMap((fact) => fact.entities.map(({ id }) => id))));
        dispatch({ do: "take", facts, atOnce: mayShowAtOnce.current() || posted.some((message) => own.current.has(message.id)) });
        // Also what they wrote in another tab, or on another device.
        const others = posted.filter((message) => message.author.id === null || message.author.id !== membership);
        if (others.length > 0) for (const listener of listeners.current) listener(others);
      },
      onReload: () => again.current(),
      onDenied: setDenied,
    });
    following.current = now;
    return now.stop;
  }, [line, stream, since, discussionId, membership, hold]);

  const keeps = ownDevice && membership !== null;
  useEffect(() => {
    if (!line) return;
    const keep = keeps ? keepUnsent(`${membership} ${discussionId}`, localStorage) : null;
    for (const { id } of keep?.read() ?? []) own.current.set(id, false);
    const box = openOutbox(line, {
      discussion: discussionId,
      keep,
      onChange: setUnsent,
      onSent: ({ message, n }) => {
        if (n !== null) following.current?.expect(n);
        // Moved to another conversation before its answer came: it never comes here.
        if (message.discussion !== discussionId) return box.drop(new Set([message.id]));
        // On a page of older messages the new one does not come: go where it stands.
        if (toNow.current !== null && own.current.get(message.id)) navigate(messageHref(discussionId, message.number));
        else if (toNow.current !== null) outbox.current?.drop(new Set([message.id]));
      },
    });
    outbox.current = box;
    return box.stop;
  }, [line, discussionId, membership, keeps, navigate]);

  // Where nothing is kept, the browser asks before it closes what is not sent.
  const mayLose = !keeps && unsent.some((item) => item.state !== "sent");
  useEffect(() => {
    // Only then: some browsers keep no page that listens for this.
    if (!mayLose) return;
    const ask = (event: BeforeUnloadEvent) => void (event.preventDefault(), (event.returnValue = true));
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [mayLose]);

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

  const { from, to } = followed;
  const load = (side: "above" | "under"): boolean => {
    if (!line || state !== "live") return false;
    if (loading.current || (side === "above" ? from <= 1 : to === null)) return true;
    const first = side === "above" ? Math.max(1, from - windowSize) : to! + 1;
    const size = side === "above" ? from - first : windowSize;
    loading.current = true;
    meanwhile.current = [];
    void line.ask<DiscussionEvents["discussion:part"]["answer"]>("discussion:part", { discussion: discussionId, from: first, size }).then((answer) => {
      loading.current = false;
      if (!answer.ok) return;
      hold();
      dispatch({ do: "extend", part: answer.part, meanwhile: meanwhile.current });
    });
    return true;
  };

  const messages = useMemo(() => shownMessages(followed), [followed]);
  const waiting = useMemo(() => waitingMessages(followed), [followed]);
  return {
    discussion: followed.discussion,
    messages,
    pinned: page.pinned.map((one) => followed.quoted.get(one.id) ?? one),
    waiting,
    from,
    to,
    newest: followed.newest,
    load,
    denied,
    line,
    state,
    unsent,
    canPost: wasLive && state !== "ended",
    post: (text, replyTo) => {
      const id = newId();
      own.current.set(id, true);
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
