import type { ReactNode } from "react";

/** Running text from a document or learning material: headings, lists, quotations, tables, with room between. */
export function Prose({ lang, children }: { lang?: string; children: ReactNode }) {
  return (
    <div className="prose" lang={lang}>
      {children}
    </div>
  );
}

/** A part of long running text, laid out when it comes near to what is in sight. */
export function ProsePart({ children }: { children: ReactNode }) {
  return <div className="prose prose__part">{children}</div>;
}
