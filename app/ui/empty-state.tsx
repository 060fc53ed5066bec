import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icons/icon-names";

export interface EmptyStateProps {
  icon: IconName;
  title: string;
  children?: ReactNode;
  /** The next step. */
  action?: ReactNode;
  /** Where it is the whole page (404, no access, offline) the title is the h1. */
  heading?: "h1" | "h2" | "p";
}

/** Nothing here, no access, failed, offline: says which, and what you can do. */
export function EmptyState({ icon, title, children, action, heading: Heading = "p" }: EmptyStateProps) {
  return (
    <div className="empty">
      <span className="empty__sign">
        <Icon name={icon} large />
      </span>
      <Heading className="empty__title">{title}</Heading>
      {typeof children === "string" ? <p>{children}</p> : children}
      {action ? <div className="cluster">{action}</div> : null}
    </div>
  );
}
