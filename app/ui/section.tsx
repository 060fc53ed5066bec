import type { ReactNode } from "react";

export interface SectionProps {
  /** Anchor and base of the heading's id. */
  id: string;
  title: string;
  /** A link at the end of the heading's line, for example "Alle gesprekken". */
  more?: ReactNode;
  children: ReactNode;
}

/** A named part of a page with its h2. */
export function Section({ id, title, more, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <div className="section-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {more}
      </div>
      {children}
    </section>
  );
}
