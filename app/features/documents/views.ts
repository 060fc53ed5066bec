import type { ContentNode } from "./content";

/** What a browser gets of shared texts. Moments are ISO text. */

/** Who wrote something, as shown in this leerplek. */
export interface Author {
  /** The membership; null where the reader may not tell people apart. */
  id: string | null;
  /** As shown: also "een deelnemer" and "vroegere deelnemer". */
  name: string;
  /** Function and organisation, for those who run the leerplek. */
  staff: string | null;
}

export interface DocumentView {
  kind: "document";
  id: string;
  rev: number;
  group: string;
  title: string;
  licence: string;
  /** For whom it is, how many minutes it takes, and its language. */
  audience: string;
  minutes: number | null;
  language: string;
  /** When it was last written in. */
  changedAt: string;
  gone?: "hidden" | "removed" | "moved";
}

export interface CommentView {
  kind: "document-comment";
  id: string;
  rev: number;
  document: string;
  author: Author;
  /** Empty when it is gone. */
  text: string;
  at: string;
  /** When its words were last changed; null when they never were. */
  edited: string | null;
  /** The remark that it answers. */
  thread: string | null;
  /** What it is about: the words as they were, and where they stand as Yjs relative positions in base64. */
  passage: { quote: string; start: string; end: string } | null;
  resolved: { by: Author; at: string } | null;
  gone?: "hidden" | "removed" | "moved";
}

/** Where a remark stands with its text. */
export const commentHref = (documentId: string, id: string) => `${documentHref(documentId)}#opmerking-${id}`;

/** Where its author changes it. */
export const editCommentHref = (id: string) => `/teksten/opmerkingen/${id}`;

export interface RevisionView {
  id: string;
  kind: "automatic" | "named" | "before_restore" | "before_proposal" | "before_deletion";
  name: string | null;
  by: Author | null;
  /** Some of those who wrote since the version before it, and how many more did. */
  writers: { names: string[]; more: number };
  at: string;
}

export interface EditionView {
  id: string;
  number: number;
  title: string;
  content: ContentNode;
  licence: string;
  audience: string;
  minutes: number | null;
  language: string;
  /** Those who agreed to be named. */
  authors: string[];
  /** How many wrote along without being named. */
  unnamed: number;
  publishedAt: string;
  href: string;
}

/** Where somebody writes a proposal for a text, and where one that was sent stands. */
export const proposeHref = (documentId: string) => `${documentHref(documentId)}/voorstel`;
export const proposalsHref = (documentId: string) => `${documentHref(documentId)}/voorstellen`;
export const proposalHref = (documentId: string, id: string) => `${proposalsHref(documentId)}/${id}`;
/** What the markup of a text is called on the page that shows it. */
export const textMarkup = "text";

export const documentHref = (id: string) => `/teksten/${id}`;
/** What changed from one version to another; without the second, to the text of now. */
export const comparisonHref = (id: string, from: string, to?: string) => `${documentHref(id)}/vergelijken?van=${from}${to ? `&tot=${to}` : ""}`;
/** The form for a new text beneath this one. */
export const newBeneathHref = (id: string) => `/teksten/nieuw?onder=${id}`;
/** What changed since a number of the log; without one, since the reader was there. */
export const sinceHref = (id: string, seq?: number) => `${documentHref(id)}/veranderd${seq === undefined ? "" : `?sinds=${seq}`}`;
export const editionHref = (slug: string, number?: number) => (number === undefined ? `/leermateriaal/${slug}` : `/leermateriaal/${slug}/${number}`);
