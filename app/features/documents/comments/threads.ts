import { plainTextOf, type ContentNode } from "../content";
import type { CommentView } from "../views";

/** A remark with the answers to it. */
export interface Thread {
  root: CommentView;
  answers: CommentView[];
}

/**
 * Remarks as threads, in the order of their first remark: those that are done with apart.
 * @param atFirst what the page showed at first: on a page where somebody reads, a thread stays in its place
 */
export function threadsOf(comments: readonly CommentView[], atFirst: readonly CommentView[] = comments): { open: Thread[]; resolved: Thread[] } {
  const threads = new Map<string, Thread>();
  for (const root of comments) if (root.thread === null) threads.set(root.id, { root, answers: [] });
  for (const answer of comments) if (answer.thread !== null && answer.gone !== "removed") threads.get(answer.thread)?.answers.push(answer);
  // What its author took back only stays for the answers to it.
  const shown = [...threads.values()].filter(({ root, answers }) => root.gone !== "removed" || answers.length > 0);
  const apart = new Set(atFirst.filter(({ resolved }) => resolved !== null).map(({ id }) => id));
  return { open: shown.filter(({ root }) => !apart.has(root.id)), resolved: shown.filter(({ root }) => apart.has(root.id)) };
}

/** Takes in what the stream brings of a text: the newest state of a remark counts. */
export function takeComment(comments: readonly CommentView[], documentId: string, came: CommentView): readonly CommentView[] {
  const known = comments.find(({ id }) => id === came.id);
  if (known ? known.rev >= came.rev : came.document !== documentId || came.gone === "removed") return comments;
  if (!known) return [...comments, came];
  return comments.map((one) => (one.id === came.id ? { ...known, ...came } : one));
}

/** The remarks, of those that are not done with, whose passage no longer stands in the text. */
export function findGone(comments: readonly CommentView[], content: ContentNode): string[] {
  const on = comments.filter(({ passage, resolved }) => passage !== null && resolved === null);
  if (on.length === 0) return [];
  const stands = standsIn(plainTextOf(content));
  return on.filter(({ passage }) => !stands(passage!.quote)).map(({ id }) => id);
}

/** Tells of passages whether they still stand in a text with these words; spaces and line breaks do not count. */
export function standsIn(text: string): (quote: string) => boolean {
  const all = squeeze(text);
  return (quote) => all.includes(squeeze(quote.replace(/…$/, "")));
}

const squeeze = (words: string) => words.replace(/\s+/g, "");
