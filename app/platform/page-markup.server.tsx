import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { WordsProvider } from "./define-words";
import type { LoadContext } from "./load-context.server";

/** What was drawn of something, by all else that it was drawn from; it goes when that something does. */
const drawn = new WeakMap<object, Map<string, string>>();

/** Languages and readers who see it differently, of one thing at a time. */
const mostLooks = 3;

/**
 * Has the page draw a large part where its screen has a `MarkupPlace` of that name; what it is drawn from does not travel.
 * Drawn only once a page asks for it. With `keep`, drawn once for all pages that are given the same `of`, an object that
 * never changes, and an equal `by`: together all that the part is drawn from, but for the language.
 */
export function giveMarkup(args: { context: unknown }, name: string, part: ReactElement, keep?: { of: object; by: unknown }): void {
  const { ctx, markup } = args.context as LoadContext;
  const draw = () => renderToStaticMarkup(<WordsProvider language={ctx.language}>{part}</WordsProvider>);
  markup.set(name, keep ? () => drawOnce(keep.of, `${ctx.language} ${JSON.stringify(keep.by)}`, draw) : draw);
}

function drawOnce(of: object, key: string, draw: () => string): string {
  const looks = drawn.get(of) ?? new Map<string, string>();
  drawn.set(of, looks);
  const markup = looks.get(key) ?? draw();
  looks.delete(key);
  looks.set(key, markup);
  const [oldest] = looks.keys();
  if (looks.size > mostLooks) looks.delete(oldest!);
  return markup;
}
