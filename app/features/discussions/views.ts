import type { DiscussionKind } from "~/permissions/discussions";
import { withoutMarks } from "~/platform/marked-text/text-of";
import { shorten } from "~/platform/shorten";
import type { Mention } from "./mentions/mentions";
import type { ReactionCounts } from "./reactions/kinds";

/** What a browser gets of conversations and messages. Moments are ISO text. */

/** Who wrote something, as shown in this leerplek. */
export interface Author {
  /** The membership; null where the reader may not tell people apart. */
  id: string | null;
  /** Null: the reader sees "een deelnemer", or "vroegere deelnemer" with `former`. */
  name: string | null;
  /** Function and organisation, for those who run the leerplek. */
  staff: string | null;
  former: boolean;
}

/** The beginning of a message that another one answers. */
export interface Quote {
  id: string;
  number: number;
  rev: number;
  author: Author;
  /** Empty when it is gone. */
  excerpt: string;
  gone?: GoneReason;
}

/** `hidden` and `removed` leave a marker; `moved` is no longer here at all. */
export type GoneReason = "hidden" | "removed" | "moved";

/** A picture, which is asked for by its id; in pixels of the large one. */
export interface PictureView {
  id: string;
  width: number;
  height: number;
  /** What is to be seen on it. Where the writer wrote nothing else this is the text too. */
  alt: string;
}

export interface MessageView {
  kind: "message";
  id: string;
  rev: number;
  discussion: string;
  /** Position in the conversation, from 1; its place on the page. */
  number: number;
  author: Author;
  /** Who typed it in, when its author wrote it on paper. */
  typedBy: Author | null;
  /** Empty when it is gone. */
  text: string;
  /** Who is named in the text, with the name that stands there now. */
  mentions?: Mention[];
  picture?: PictureView;
  at: string;
  /** When it was last changed; null when it never was. */
  edited: string | null;
  /** The moderator put a remark with it. */
  labelled: boolean;
  /** How many reacted, per kind; not there when nobody did. */
  reactions?: ReactionCounts;
  replyTo: Quote | null;
  /** It came from another conversation. */
  moved?: true;
  gone?: GoneReason;
  /** The message that stood here, and stands in another conversation now. */
  movedTo?: string;
}

export interface DiscussionView {
  kind: "discussion";
  id: string;
  rev: number;
  group: string;
  type: DiscussionKind;
  title: string;
  author: Author;
  at: string;
  state: "open" | "closed" | "locked";
  questionState: "asked" | "picked_up" | "answered" | null;
  pickedUpBy: Author | null;
  /** Messages at the top, by id. */
  pins: string[];
  /** What came of it, once it is closed; empty where nobody wrote that. */
  summary: string;
  closedBy: Author | null;
  /** How many others want to learn this too. */
  supporters: number;
  /** The bundle of similar questions that it is in. */
  bundle: string | null;
  gone?: GoneReason;
}

export const nobody: Author = { id: null, name: null, staff: null, former: true };

/** At most this many characters of a message are quoted. */
const excerptCharacters = 160;

/** The first words of a text, without its marks, on one line. */
export function excerptOf(text: string, characters = excerptCharacters): string {
  return shorten(withoutMarks(text.slice(0, characters * 10), "short"), characters);
}

/** How a message is quoted under another. */
export function quoteOf(message: Pick<MessageView, "id" | "number" | "rev" | "author" | "text" | "gone">): Quote {
  const { id, number, rev, author, text, gone } = message;
  return { id, number, rev, author, excerpt: excerptOf(text), ...(gone ? { gone } : {}) };
}

/** How many messages one page shows. */
export const windowSize = 50;

/** Where the draft of a message in this conversation is kept. */
/** What the device of who reads wants. */
export interface ReadingDevice {
  /** Somebody's own: it may keep what was not sent yet. */
  own: boolean;
  /** "Rustige modus": nothing changes by itself. */
  calm: boolean;
}

export const draftPlace = (discussionId: string) => `discussion:${discussionId}`;

export function discussionHref(id: string): string {
  return `/gesprekken/${id}`;
}

/** A conversation for paper, from a message on. */
export function printHref(id: string, from = 1): string {
  return `${discussionHref(id)}/afdrukken${from > 1 ? `?vanaf=${from}` : ""}`;
}

/** A week of a group for paper, by its ISO name; without one the week of now. */
export function weekHref(groupId: string, week?: string): string {
  return `/groepen/${groupId}/weekblad${week ? `?week=${week}` : ""}`;
}

/** The address of what came of a conversation. */
export const summaryHref = (discussionId: string) => `${discussionHref(discussionId)}#afgerond`;

/** The address of a message: the page that it stands on, and its place there. */
export function messageHref(discussionId: string, number: number): string {
  const from = Math.floor((number - 1) / windowSize) * windowSize + 1;
  return `${discussionHref(discussionId)}?vanaf=${from}#bericht-${number}`;
}

/** Where a message stands, wherever it was moved to. */
export function placeHref(messageId: string): string {
  return `/gesprekken/berichten/${messageId}/plaats`;
}

/** What a message said before it was changed. */
export function historyHref(messageId: string): string {
  return `/gesprekken/berichten/${messageId}/versies`;
}

/** A picture of a message: the large one, or the one for in between. */
export function pictureHref(id: string, small = false): string {
  return `/foto/${id}${small ? "?klein" : ""}`;
}

/** Where a message with a picture is written. */
export function addPictureHref(discussionId: string): string {
  return `${discussionHref(discussionId)}/foto`;
}

/** Who reacted to a message. */
export function reactionsHref(messageId: string): string {
  return `/gesprekken/berichten/${messageId}/reacties`;
}

export function bundleHref(id: string): string {
  return `/leervragen/bundels/${id}`;
}
