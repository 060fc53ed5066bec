import type { Entity } from "~/platform/entities.server";
import { rename as renameMentions } from "~/features/groups/mentions/rename-mentions";
import { quoteOf, type Author, type DiscussionView, type MessageView, type Quote } from "../views";

/** What a page knows of one conversation. Only `start`, `take` and `reveal` make one; the screen shows `shownMessages`. */
export interface Followed {
  discussion: DiscussionView;
  /** By id; messages of the page and those that came after it. */
  messages: ReadonlyMap<string, MessageView>;
  /** Messages that are quoted, by id, in the newest state known. */
  quoted: ReadonlyMap<string, Quote>;
  /** Ids of the messages at the top when the page was made. */
  top: readonly string[];
  /** The first number of the page; what came before it stands on another page. */
  from: number;
  /** The last number of the page; null: everything that comes is part of it. */
  to: number | null;
  /** The highest number known of. */
  newest: number;
  /** Messages above this number came in since the page was made and wait until they are asked for. */
  revealedTo: number;
  /** The page must be loaded again: something changed all through it. */
  stale: boolean;
}

export interface StartGiven {
  discussion: DiscussionView;
  window: { from: number; total: number; messages: MessageView[]; newer: number | null };
  /** The messages at the top, wherever they stand. */
  pinned?: Quote[];
}

/** What was loaded with the page. */
export function start({ discussion, window, pinned = [] }: StartGiven): Followed {
  const to = window.newer === null ? null : window.newer - 1;
  const empty: Followed = { discussion, messages: new Map(), quoted: new Map(pinned.map((one) => [one.id, one])), top: pinned.map((one) => one.id), from: window.from, to, newest: window.total, revealedTo: Infinity, stale: false };
  return { ...window.messages.reduce(takeMessage, empty), revealedTo: to ?? window.total };
}

/** Messages that a page holds at most; what falls off at one side is loaded again when the reader goes there. */
export const mostHeld = 200;

/**
 * Adds a part of the conversation that was loaded above or under what is held, and lets go at the other side.
 * @param meanwhile what the stream brought since the part was asked for: it may be newer than what was loaded
 */
export function extend(state: Followed, part: StartGiven["window"], meanwhile: readonly { type: string; entities: readonly Entity[] }[]): Followed {
  const to = part.newer === null ? null : part.newer - 1;
  const above = part.from < state.from;
  // The page moved on while it was loaded.
  if (above ? to !== null && to < state.from - 1 : state.to === null || part.from > state.to + 1) return state;
  const wider = above ? { ...state, from: part.from } : { ...state, to, revealedTo: to ?? part.total };
  return letGo(take(part.messages.reduce(takeMessage, wider), meanwhile), above ? "end" : "start");
}

/** Holds no more than a page may: `end` lets go of the newest, after which newer messages stand on another page. */
export function letGo(state: Followed, side: "start" | "end"): Followed {
  const numbers = [...state.messages.values()].map((message) => message.number).sort((a, b) => a - b);
  if (numbers.length <= mostHeld) return state;
  const from = side === "end" ? state.from : numbers[numbers.length - mostHeld]!;
  const to = side === "end" ? numbers[mostHeld - 1]! : state.to;
  const messages = new Map([...state.messages].filter(([, { number }]) => number >= from && (to === null || number <= to)));
  return { ...state, messages, quoted: quotedIn(state, messages), from, to, revealedTo: to ?? state.revealedTo };
}

/** Of the excerpts only those that stand on the page: of its messages, of what they answer, and of what is at the top. */
function quotedIn({ quoted, top }: Followed, messages: Followed["messages"]): Followed["quoted"] {
  const kept = new Set([...top, ...messages.keys(), ...[...messages.values()].flatMap(({ replyTo }) => replyTo?.id ?? [])]);
  return new Map([...quoted].filter(([id]) => kept.has(id)));
}

/** What came in by itself and waits is not held without end: beyond the most a page holds, it stands on another page. */
export function bound(state: Followed): Followed {
  if (state.to !== null || state.messages.size <= mostHeld) return state;
  const waiting = waitingMessages(state).length;
  if (waiting === 0) return letGo(state, "start");
  if (waiting <= mostHeld) return state;
  const messages = new Map([...state.messages].filter(([, { number }]) => number <= state.revealedTo));
  return { ...state, messages, quoted: quotedIn(state, messages), to: state.revealedTo };
}

/** Facts after which the names or texts of somebody are different all through the page. */
const changesEverything = "discussion.author-gone";
/** The conversation came back: what was written elsewhere meanwhile never was in this stream. */
const cameBack = "discussion.moved-here";

/** A message went to another conversation, or came from there: other messages quote what stands at its place now. */
const messageLeft = "discussion.message-moved-away";
const messageCame = "discussion.message-moved-here";

/** Takes in what a run of facts touched: of each thing the newest revision stays, whatever came first. */
export function take(state: Followed, facts: readonly { type: string; data?: Record<string, unknown>; entities: readonly Entity[] }[]): Followed {
  let next = state;
  for (const fact of facts) {
    const here = fact.data?.["discussion"] === state.discussion.id;
    if (fact.type === changesEverything || (here && [cameBack, messageLeft, messageCame].includes(fact.type))) next = { ...next, stale: true };
    // Who reads here may not be among those who may read it now.
    if (here && fact.type === messageLeft) next = leftFrom(next, fact.data!["number"]).reduce((state, id) => dropMessage(state, { id, rev: Infinity }), next);
    for (const entity of fact.entities) next = takeEntity(next, entity);
  }
  return next;
}

function takeEntity(state: Followed, entity: Entity): Followed {
  if (entity.kind === "discussion") return takeDiscussion(state, entity);
  if (entity.kind === "member") return takeMember(state, entity);
  if (entity.kind !== "message") return state;
  if (entity.gone !== undefined && entity["number"] === undefined) return dropMessage(state, entity);
  const message = entity as unknown as MessageView;
  return message.discussion === state.discussion.id ? takeMessage(state, message) : state;
}

function takeDiscussion(state: Followed, entity: Entity): Followed {
  if (entity.id !== state.discussion.id || entity.rev <= state.discussion.rev) return state;
  if (entity.gone !== undefined) return { ...state, discussion: { ...state.discussion, rev: entity.rev, gone: entity.gone as DiscussionView["gone"] } };
  return { ...state, discussion: entity as unknown as DiscussionView };
}

/** Puts a message in its place, and in every message that quotes it. */
function takeMessage(state: Followed, message: MessageView): Followed {
  const newest = Math.max(state.newest, message.number);
  const known = state.messages.get(message.id);
  const onPage = message.number >= state.from && (state.to === null || message.number <= state.to);
  const messages = onPage && !(known && known.rev >= message.rev) ? new Map(state.messages).set(message.id, message) : state.messages;
  const quoted = new Map(state.quoted);
  // Its own state is as good as a quote of it, and the quote it carries may be newer than what is known of that message.
  for (const quote of [quoteOf(message), ...(message.replyTo ? [message.replyTo] : [])]) {
    const known = quoted.get(quote.id);
    // What neither stands on the page nor is quoted on it is not held; it comes along with what quotes it.
    if ((onPage || known) && quote.rev > (known?.rev ?? 0)) quoted.set(quote.id, quote);
  }
  return { ...state, messages, quoted, newest };
}

/** What is known of the message at a number, by id. */
const leftFrom = ({ messages, quoted }: Followed, number: unknown) => [...messages.values(), ...quoted.values()].filter((one) => one.number === number).map(({ id }) => id);

/** A message that is in no conversation of this group any more: its row is gone, or it moved. */
function dropMessage(state: Followed, { id, rev }: Pick<Entity, "id" | "rev">): Followed {
  if (rev <= (state.messages.get(id)?.rev ?? 0)) return state;
  const messages = new Map(state.messages);
  const quoted = new Map(state.quoted);
  messages.delete(id);
  const quote = quoted.get(id);
  if (quote) quoted.set(id, { ...quote, rev, excerpt: "", gone: "removed" });
  return { ...state, messages, quoted };
}

/** Somebody chose another name, got or lost a role, or is no more. */
function takeMember(state: Followed, entity: Entity): Followed {
  const staff = entity["staff"] as { function: string; organisation: string } | undefined;
  const rename = (author: Author): Author => {
    if (author.id !== entity.id) return author;
    if (entity.gone !== undefined) return { id: null, name: null, staff: null, former: true };
    return { ...author, name: entity["shownName"] as string, staff: staff ? `${staff.function}, ${staff.organisation}` : null };
  };
  const renameIn = (message: MessageView): MessageView => {
    const shown = { ...message, author: rename(message.author) };
    if (!message.mentions?.some(({ who }) => who?.id === entity.id)) return shown;
    const mentions = message.mentions.map((one) => ({ ...one, who: one.who && rename(one.who) }));
    return { ...shown, ...renameMentions(message.text, mentions, ({ who }) => (who?.id === entity.id ? `@${who.name}` : null)) };
  };
  const { discussion } = state;
  const messages = new Map([...state.messages].map(([id, message]) => [id, renameIn(message)]));
  const named = [...messages.values()].filter((message) => message.mentions?.some(({ who }) => who?.id === entity.id));
  const known = new Map([...state.quoted].map(([id, quote]) => [id, { ...quote, author: rename(quote.author) }]));
  for (const message of named) if (known.get(message.id)?.rev === message.rev) known.set(message.id, quoteOf(message));
  const erased = entity.gone !== undefined && [...state.messages.values()].some((message) => message.mentions?.some(({ who }) => who?.id === entity.id));
  return {
    ...state,
    // Their name stands in texts of others, also where these are quoted.
    stale: state.stale || erased,
    discussion: { ...discussion, author: rename(discussion.author), pickedUpBy: discussion.pickedUpBy && rename(discussion.pickedUpBy), closedBy: discussion.closedBy && rename(discussion.closedBy) },
    messages,
    quoted: known,
  };
}

/** Messages in order, with the newest known state of what they quote; those that still wait are left out. */
export function shownMessages(state: Followed): MessageView[] {
  return inOrder(state).filter((message) => message.number <= state.revealedTo);
}

/** Messages that came in and wait until the reader asks for them. */
export function waitingMessages(state: Followed): MessageView[] {
  return inOrder(state).filter((message) => message.number > state.revealedTo);
}

/** Shows what waited. */
export function reveal(state: Followed): Followed {
  return state.newest === state.revealedTo || state.to !== null ? state : { ...state, revealedTo: state.newest };
}

function inOrder(state: Followed): MessageView[] {
  return [...state.messages.values()]
    .sort((a, b) => a.number - b.number)
    .map((message) => (message.replyTo ? { ...message, replyTo: state.quoted.get(message.replyTo.id) ?? message.replyTo } : message));
}
