import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icons/icon-names";
import { joinClasses } from "./join-classes";

export interface NoticeProps {
  kind?: "info" | "success" | "warning" | "error";
  title?: string;
  children?: ReactNode;
  icon?: IconName;
  wide?: boolean;
  /** True for what just happened after a form: it is then announced ("alert" for an error, else "status"). */
  flash?: boolean;
}

const SIGNS = { info: "info", success: "circle-check", warning: "triangle-alert", error: "circle-alert" } as const;

/** Something people should know. Says what it is in words, and what to do next. */
export function Notice({ kind = "info", title, children, icon = SIGNS[kind], wide, flash }: NoticeProps) {
  const role = flash ? (kind === "error" ? "alert" : "status") : undefined;
  return (
    <div className={joinClasses("notice", `notice--${kind}`, wide && "notice--wide")} role={role}>
      <Icon name={icon} />
      <div className="notice__in">
        {title ? <p className="notice__title">{title}</p> : null}
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
