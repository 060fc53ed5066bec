import type { ReactNode } from "react";

export interface LinkListProps {
  items: { href: string; word: ReactNode }[];
}

/** Ways on from here, under one another, each as tall as a finger wants. */
export function LinkList({ items }: LinkListProps) {
  return (
    <ul role="list" className="link-list">
      {items.map(({ href, word }) => (
        <li key={href}>
          <a href={href}>{word}</a>
        </li>
      ))}
    </ul>
  );
}
