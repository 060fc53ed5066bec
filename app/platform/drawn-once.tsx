import { createContext, useContext, useState, type ComponentType } from "react";
import { isTakingOver } from "~/ui/enhance/take-over";
import { useLanguage } from "./define-words";
import type { Language } from "./language";

/** Gives the markup of a part with these properties, made now or earlier. */
export type DrawOnce = <P extends object>(Part: ComponentType<P>, properties: P, language: Language) => string;

/** Provided while the server renders. */
export const DrawOnceContext = createContext<DrawOnce | null>(null);

/**
 * A part whose look depends on nothing but its properties, which are plain data, and the language; it listens to nothing.
 * The server makes its markup once for everybody who sees the same, and a browser that takes the page over leaves that
 * markup as it is until a property changes. For what stands on a page dozens of times, such as a message.
 */
export function DrawnOnce<P extends object>({ part: Part, properties }: { part: ComponentType<P>; properties: P }) {
  const drawOnce = useContext(DrawOnceContext);
  const language = useLanguage();
  const [found] = useState(() => (isTakingOver() ? properties : null));
  // Markup that React itself made of the part, escaped as ever.
  if (drawOnce) return <div dangerouslySetInnerHTML={{ __html: drawOnce(Part, properties, language) }} />;
  if (found && isSame(found, properties)) return <div key="found" suppressHydrationWarning dangerouslySetInnerHTML={asFound} />;
  return (
    <div key="drawn">
      <Part {...properties} />
    </div>
  );
}

/** React does not look at what is in an element of which it is told the markup, as long as it is told the same. */
const asFound = { __html: "" };

function isSame<P extends object>(one: P, other: P): boolean {
  return one === other || (Object.keys(other) as (keyof P)[]).every((name) => one[name] === other[name]);
}
