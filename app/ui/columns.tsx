import type { ReactNode } from "react";

export interface ColumnsProps {
  children: ReactNode;
  aside: ReactNode;
  /** Names the second column for screen readers. */
  asideLabel: string;
}

/** A wide column with a narrow one beside it; on a phone the narrow one follows below. */
export function Columns({ children, aside, asideLabel }: ColumnsProps) {
  return (
    <div className="columns">
      <div>{children}</div>
      <aside aria-label={asideLabel}>{aside}</aside>
    </div>
  );
}
