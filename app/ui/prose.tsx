import type { ReactNode } from "react";

/** Running text from a document or learning material: headings, lists, quotations, tables, with room between. */
export function Prose({ lang, children }: { lang?: string; children: ReactNode }) {
  return (
    <div className="prose" lang={lang}>
      {children}
    </div>
  );
}

/**
 * What a page says of its looks itself, before its stylesheet is there. Browsers lay a page out as soon as something asks
 * them where things are, such as a mouse that moves: without this all of a long text, for 0.3 s, and then once more.
 */
export const ownStyle = "@media screen{@supports (content-visibility:auto) and (overflow-clip-margin:3rem){.prose__part{content-visibility:auto;contain-intrinsic-size:auto 200rem}}}";

/** A part of long running text, laid out when it comes near to what is in sight. */
export function ProsePart({ children }: { children: ReactNode }) {
  return <div className="prose prose__part">{children}</div>;
}
