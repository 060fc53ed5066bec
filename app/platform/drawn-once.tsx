import { createContext, useContext, type ComponentType } from "react";
import { useLanguage } from "./define-words";
import type { Language } from "./language";

/** Gives the markup of a part with these properties, made now or earlier. */
export type DrawOnce = <P extends object>(Part: ComponentType<P>, properties: P, language: Language) => string;

/** Provided while the server renders; a browser makes the part itself, from the same properties, and finds the same markup. */
export const DrawOnceContext = createContext<DrawOnce | null>(null);

/**
 * A part whose look depends on nothing but its properties, which are plain data, and the language: the server makes its
 * markup once for everybody who sees the same. For what stands on a page dozens of times, such as a message.
 */
export function DrawnOnce<P extends object>({ part: Part, properties }: { part: ComponentType<P>; properties: P }) {
  const drawOnce = useContext(DrawOnceContext);
  const language = useLanguage();
  // Markup that React itself made of the part, escaped as ever.
  if (drawOnce) return <div dangerouslySetInnerHTML={{ __html: drawOnce(Part, properties, language) }} />;
  return (
    <div>
      <Part {...properties} />
    </div>
  );
}
