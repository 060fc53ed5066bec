import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icons/icon-names";
import { joinClasses } from "./join-classes";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

export interface ButtonLook {
  kind?: ButtonKind;
  icon?: IconName;
  /** The sign after the word, for what leads on. */
  iconEnd?: boolean;
  small?: boolean;
  wide?: boolean;
}

export interface ButtonProps extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style"> {
  children: ReactNode;
}

/** The classes of a button, shared by links that look like one. */
export function buttonClasses({ kind = "primary", iconEnd, small, wide }: ButtonLook): string {
  return joinClasses("button", `button--${kind}`, iconEnd && "button--end", small && "button--small", wide && "button--wide");
}

/** A button. Submits its form unless `type` says otherwise; its word begins with a verb. */
export function Button({ kind, icon, iconEnd, small, wide, type = "submit", children, ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClasses({ kind, iconEnd, small, wide })} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </button>
  );
}
