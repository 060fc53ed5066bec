import type { ReactNode } from "react";

/** Running text from a document or learning material: headings, lists, quotations, tables, with room between. */
export function Prose({ lang, children }: { lang?: string; children: ReactNode }) {
  return (
    <div className="prose" lang={lang}>
      {children}
    </div>
  );
}
