import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";

export interface StackProps {
  space?: "tight" | "normal" | "loose" | "sections";
  as?: "div" | "section" | "article" | "ul" | "ol";
  children: ReactNode;
}

/** Puts its children under one another with even space between. */
export function Stack({ space = "normal", as: Tag = "div", children }: StackProps) {
  const list = Tag === "ul" || Tag === "ol" ? { role: "list" } : {};
  return (
    <Tag className={joinClasses("stack", space !== "normal" && `stack--${space}`)} {...list}>
      {children}
    </Tag>
  );
}
