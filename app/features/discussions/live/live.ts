import type { SuggestedName } from "~/features/groups/mentions/suggested-name";
import type { ReactionKind } from "../reactions/kinds";
import type { Mention } from "../mentions/mentions";
import type { PresenceView } from "../presence/who-is-here";
import type { Window } from "../read-discussion.server";
import type { MessageView } from "../views";

/** Events of the live connection that a conversation's page sends, with what each takes and is answered. */
export interface DiscussionEvents {
  "message:post": { send: { id: string; discussion: string; text: string; replyTo?: string | null }; answer: { message: MessageView; n: number | null } };
  /** Messages above or under those of a page. */
  "discussion:part": { send: { discussion: string; from: number; size: number }; answer: { part: Window } };
  "message:edit": { send: { id: string; text: string; rev: number }; answer: { message: MessageView; n: number | null } };
  "message:remove": { send: { id: string }; answer: { message: MessageView; n: number | null } };
  "message:react": { send: { id: string; kind: ReactionKind; on: boolean }; answer: { message: MessageView; n: number | null } };
  /** How a message will look: cleaned, and who is meant by the names in it. */
  "message:preview": { send: { discussion: string; text: string }; answer: { text: string; mentions: Mention[] } };
  /** Who can be spoken to whose name begins like this. */
  "discussion:names": { send: { discussion: string; typed: string }; answer: { names: SuggestedName[] } };
  /** The page is open and in sight, or not any more. `shown` false: nobody sees who is there, or the person chose not to be seen. */
  presence: { send: { discussion: string; here: boolean }; answer: PresenceView & { shown: boolean; typing: boolean } };
  /** The person writes. Only from who is there and chose that others see it. */
  typing: { send: { discussion: string }; answer: object };
  "discussion:read": { send: { discussion: string; ranges: [number, number][] }; answer: { seen: [number, number][] } };
  /** What the reader has seen so far, for a page that was out of sight. */
  "discussion:seen": { send: { discussion: string }; answer: { seen: [number, number][] } };
}

/** What the server sends by itself; to other devices and tabs of the same person where that is said. */
export interface DiscussionNews {
  /** To who is there: who else is, once in a while. */
  presence: { discussion: string } & PresenceView;
  typing: { discussion: string; id: string; name: string };
  /** To all devices and tabs of one person: what they have seen of a conversation by now. */
  "discussion:seen": { discussion: string; seen: readonly (readonly [number, number])[] };
  /** To the same: what they reacted to a message, or took back. */
  "message:reacted": DiscussionEvents["message:react"]["send"];
  /** To the same: what they are writing somewhere, as it is kept now. */
  "draft:kept": { place: string; text: string };
}
