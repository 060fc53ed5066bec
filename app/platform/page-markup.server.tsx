import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { WordsProvider } from "./define-words";
import type { LoadContext } from "./load-context.server";

/** Parts of one answer, by name, that are drawn when the page is, in bytes of UTF-8: what they are drawn from stays on the server. */
export type PageMarkup = Map<string, () => Buffer>;

/** What was drawn of something, by all else that it was drawn from; it goes when that something does. */
const drawn = new WeakMap<object, Map<string, Buffer>>();

/** Languages and readers who see it differently, of one thing at a time. */
const mostLooks = 3;

/**
 * Has the page draw a large part where its screen has a `MarkupPlace` of that name; what it is drawn from does not travel.
 * Drawn only once a page asks for it. With `keep`, drawn once for all pages that are given the same `of`, an object that
 * never changes, and an equal `by`: together all that the part is drawn from, but for the language.
 */
export function giveMarkup(args: { context: unknown }, name: string, part: ReactElement, keep?: { of: object; by: unknown }): void {
  const { ctx, markup } = args.context as LoadContext;
  const draw = () => Buffer.from(renderToStaticMarkup(<WordsProvider language={ctx.language}>{part}</WordsProvider>));
  markup.set(name, keep ? () => drawOnce(keep.of, `${ctx.language} ${JSON.stringify(keep.by)}`, draw) : draw);
}

function drawOnce(of: object, key: string, draw: () => Buffer): Buffer {
  const looks = drawn.get(of) ?? new Map<string, Buffer>();
  drawn.set(of, looks);
  const markup = looks.get(key) ?? draw();
  looks.delete(key);
  looks.set(key, markup);
  const [oldest] = looks.keys();
  if (looks.size > mostLooks) looks.delete(oldest!);
  return markup;
}

/**
 * Keeps large parts out of the drawing of a page: a comment stands in for each, which nobody who does not know `secret` can
 * write, and the very bytes that are kept take its place, so that whoever sends them knows them again.
 */
export function standInFor(markup: PageMarkup, secret: string): { standIn: (name: string) => string; putIn: (page: Buffer) => Buffer[] } {
  const places = new Map<string, Buffer>();
  return {
    standIn: (name) => {
      const part = markup.get(name)?.();
      if (!part) return "";
      const comment = `<!--${secret} ${name}-->`;
      places.set(comment, part);
      return comment;
    },
    putIn: (page) => {
      const found = [...places].map(([comment, part]) => ({ part, from: page.indexOf(comment), length: comment.length })).filter(({ from }) => from >= 0).sort((a, b) => a.from - b.from);
      const ends = found.map(({ from, length }) => from + length);
      return [...found.flatMap(({ part, from }, index) => [page.subarray(ends[index - 1] ?? 0, from), part]), page.subarray(ends.at(-1) ?? 0)];
    },
  };
}
