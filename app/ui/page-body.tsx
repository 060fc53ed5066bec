import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";

export interface PageBodyProps {
  /** "text" keeps lines short, for forms and reading. */
  width?: "page" | "text";
  children: ReactNode;
}

/** The column a page's content stands in, between the edges of the shell. */
export function PageBody({ width = "page", children }: PageBodyProps) {
  return <div className={joinClasses("wrap", width === "text" && "wrap--text")}>{children}</div>;
}
