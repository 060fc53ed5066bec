import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icons/icon-names";

export interface IconWordProps {
  icon: IconName;
  children: ReactNode;
}

/** A sign with its word, inside running text or a list of facts. */
export function IconWord({ icon, children }: IconWordProps) {
  return (
    <span className="icon-word">
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}
