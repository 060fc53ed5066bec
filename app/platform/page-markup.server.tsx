import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { WordsProvider } from "./define-words";
import type { LoadContext } from "./load-context.server";

/** Has the page draw a large part where its screen has a `MarkupPlace` of that name; what it is drawn from does not travel. Drawn only once a page asks for it. */
export function giveMarkup(args: { context: unknown }, name: string, part: ReactElement): void {
  const { ctx, markup } = args.context as LoadContext;
  markup.set(name, () => renderToStaticMarkup(<WordsProvider language={ctx.language}>{part}</WordsProvider>));
}
