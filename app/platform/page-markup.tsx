import { createContext, useContext } from "react";

/** Provided while the server renders: gives what stands in the page where the part of that name goes. */
export const PageMarkupContext = createContext<((name: string) => string) | null>(null);

/**
 * The place of a part that is too large to travel twice, as markup and as data: a browser that takes the page over leaves
 * it as it found it. Nothing in it changes or listens, and once taken out it does not come back: only for a page that is
 * always asked for as a whole, and kept in the page until it is taken out for good.
 */
export function MarkupPlace({ name, id }: { name: string; id?: string }) {
  const markup = useContext(PageMarkupContext);
  // Markup that React itself made on the server, escaped as ever: `giveMarkup` takes nothing else.
  return <div id={id} suppressHydrationWarning dangerouslySetInnerHTML={markup ? { __html: markup(name) } : asFound} />;
}

/** React does not look at what is in an element of which it is told the markup, as long as it is told the same. */
const asFound = { __html: "" };
