import type { AnchorHTMLAttributes, ReactNode } from "react";
import { buttonClasses, type ButtonLook } from "./button";
import { Icon } from "./icon";

export interface LinkButtonProps extends ButtonLook, Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "className" | "style"> {
  href: string;
  children: ReactNode;
}

/** A link to another page that looks like a button. What changes something is a Button in a form, never this. */
export function LinkButton({ kind, icon, iconEnd, small, wide, children, ...rest }: LinkButtonProps) {
  return (
    <a className={buttonClasses({ kind, iconEnd, small, wide })} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </a>
  );
}
