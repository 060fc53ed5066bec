import { Children, type ReactNode } from "react";

/** Cards under one another as a list; give each child a key. */
export function CardList({ children }: { children: ReactNode }) {
  return (
    <ul role="list" className="cards">
      {Children.map(children, (child) => (
        <li>{child}</li>
      ))}
    </ul>
  );
}
