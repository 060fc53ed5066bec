import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";

export interface GridProps {
  columns?: "one" | "two" | "three" | "four";
  as?: "div" | "ul" | "ol";
  children: ReactNode;
}

/** At most this many columns; one on a phone. With `as="ul"` the children are `<li>`. */
export function Grid({ columns = "two", as: Tag = "div", children }: GridProps) {
  const list = Tag === "div" ? {} : { role: "list" };
  return (
    <Tag className={joinClasses("grid", `grid--${columns}`)} {...list}>
      {children}
    </Tag>
  );
}
