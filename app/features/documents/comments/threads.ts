import type { CommentView } from "../views";

/** A remark with the answers to it. */
export interface Thread {
  root: CommentView;
  answers: CommentView[];
}

/** Remarks as threads, in the order of their first remark: those that are done with apart. */
export function threadsOf(comments: readonly CommentView[]): { open: Thread[]; resolved: Thread[] } {
  const threads = new Map<string, Thread>();
  for (const root of comments) if (root.thread === null) threads.set(root.id, { root, answers: [] });
  for (const answer of comments) if (answer.thread !== null && answer.gone !== "removed") threads.get(answer.thread)?.answers.push(answer);
  // What its author took back only stays for the answers to it.
  const shown = [...threads.values()].filter(({ root, answers }) => root.gone !== "removed" || answers.length > 0);
  return { open: shown.filter(({ root }) => !root.resolved), resolved: shown.filter(({ root }) => root.resolved !== null) };
}

/** Takes in what the stream brings of a text: the newest state of a remark counts. */
export function takeComment(comments: readonly CommentView[], documentId: string, came: CommentView): readonly CommentView[] {
  const known = comments.find(({ id }) => id === came.id);
  if (known ? known.rev >= came.rev : came.document !== documentId || came.gone === "removed") return comments;
  if (!known) return [...comments, came];
  return comments.map((one) => (one.id === came.id ? { ...known, ...came } : one));
}

/** Whether a passage still stands in the text with these words; spaces and line breaks do not count. */
export function stillStands(quote: string, text: string): boolean {
  return squeeze(text).includes(squeeze(quote.replace(/…$/, "")));
}

const squeeze = (words: string) => words.replace(/\s+/g, "");
