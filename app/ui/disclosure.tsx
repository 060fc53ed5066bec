import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";

export interface DisclosureProps {
  summary: ReactNode;
  open?: boolean;
  /** Without the box around it. */
  bare?: boolean;
  /** Opening one closes the others of the same name, where the browser can. */
  name?: string;
  children: ReactNode;
}

/** Something that may be opened and read. */
export function Disclosure({ summary, open, bare, name, children }: DisclosureProps) {
  return (
    <details className={joinClasses("details", bare && "details--bare")} open={open} {...(name ? { name } : {})}>
      <summary>{summary}</summary>
      <div className="details__in">{children}</div>
    </details>
  );
}
