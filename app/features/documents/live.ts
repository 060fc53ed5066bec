/** The live events of shared texts, as clients and the server write them. Bytes are Yjs updates and state vectors; what many are told at once stands in base64 (decision 15). */

export type DocumentRole = "write" | "read";

/** `document:join`: who asks for a text gets what it lacks and may from then on push. */
export interface DocumentJoin {
  id: string;
  stateVector: Uint8Array;
  schemaVersion: number;
  /** The client takes what is not folded yet by itself: nothing is then put together for it. */
  rows?: boolean | undefined;
}

export interface DocumentJoined {
  role: DocumentRole;
  missing: Uint8Array;
  /** What comes behind `missing`, as in `document:update`; for who asked for `rows` alone, and only where there is something. */
  updates?: string[];
  stateVector: Uint8Array;
  /** Everything up to this number is in `missing`, in what comes behind it and in what the client had. */
  seq: number;
}

/** `document:push`: `push` is made by the client, so that a retry is stored once. The answer comes after the commit. */
export interface DocumentPush {
  id: string;
  push: string;
  update: Uint8Array;
}

/** `document:awareness` of a client: an update of y-protocols that says where it is. */
export interface DocumentAwareness {
  id: string;
  update: Uint8Array;
}

/** `document:awareness` of the server: where several are, in an update of y-protocols as base64; the server wrote who they are. */
export interface DocumentAwarenessEvent {
  id: string;
  update: string;
}

/** `document:update`: what was committed, in the order of its numbers, to everyone who joined. */
export interface DocumentUpdateEvent {
  id: string;
  /** Yjs updates as base64, numbered without a hole. */
  updates: string[];
  /** Number of the last of them. */
  seq: number;
}

/** `document:role`: writing was given or taken; reading goes on. */
export interface DocumentRoleEvent {
  id: string;
  role: DocumentRole;
}

/** `document:denied`: the text is no longer there for this person; nothing more comes. */
export interface DocumentDenied {
  id: string;
  code: string;
}

/** Who writes at a place, as others see it. */
export interface Writer {
  /** Empty where a sensitive theme keeps presence nameless. */
  name: string;
  /** Which of the carets' looks; see `editor.css`. */
  look: number;
}

/** How many looks a caret can have. */
export const caretLooks = 6;

/** `document:suggest`: who may be meant by what is typed after "@"; answered with `SuggestedPerson`s. */
export interface DocumentSuggest {
  document: string;
  typed: string;
}

/** Somebody of the group who can be named in a text or in a remark. */
export interface SuggestedPerson {
  /** The membership of the leerplek. */
  id: string;
  name: string;
  /** What to write after "@" in a remark, so that this very person is meant; null where no words do that. */
  say: string | null;
  /** Function and organisation, for those who run the leerplek. */
  staff: string | null;
}

/** At most so many are asked about at once. */
export const namesAtOnce = 50;

/** `document:people`: what people are called whom others name meanwhile; answered with names by membership. */
export interface DocumentPeople {
  document: string;
  people: string[];
}
