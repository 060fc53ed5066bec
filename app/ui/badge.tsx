import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icons/icon-names";
import { joinClasses } from "./join-classes";

export interface BadgeProps {
  kind?: "accent" | "plain" | "good" | "wait" | "bad";
  icon?: IconName;
  children: ReactNode;
}

/** A state in one or two words: open, op vraag, gepauzeerd. The colour only supports the word. */
export function Badge({ kind = "plain", icon, children }: BadgeProps) {
  return (
    <span className={joinClasses("badge", kind !== "accent" && `badge--${kind}`)}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </span>
  );
}
