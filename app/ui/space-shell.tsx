import type { ReactNode } from "react";
import { accentClass, type Accent } from "./accent";
import { Icon } from "./icon";
import type { IconName } from "./icons/icon-names";
import { joinClasses } from "./join-classes";
import { NavLink, type NavItem } from "./nav-link";

export interface SpaceShellProps {
  accent: Accent;
  icon: IconName;
  /** The theme's name for residents, "Onderweg". */
  theme: string;
  name: string;
  href: string;
  /** True on the front page of the leerplek: its name is then the h1. */
  front?: boolean;
  /** Badges: open, on request, paused. */
  status?: ReactNode;
  /** "Door Gemeente … en …" */
  by?: ReactNode;
  nav: { label: string; items: NavItem[] };
  /** Join button or what you are here. */
  action?: ReactNode;
  width?: "page" | "text";
  children: ReactNode;
}

/** The head and sub-navigation of a leerplek, in the accent of its theme, around one of its pages. */
export function SpaceShell(props: SpaceShellProps) {
  const { accent, icon, theme, name, href, front, status, by, nav, action, width = "page", children } = props;
  return (
    <div className={accentClass(accent)}>
      <div className={joinClasses("space-head", front && "space-head--front")}>
        <div className="wrap space-head__in">
          <div className="space-head__title">
            <span className="space-head__sign">
              <Icon name={icon} large />
            </span>
            <div>
              <p className="space-head__theme">{theme}</p>
              {front ? (
                <h1>{name}</h1>
              ) : (
                <p className="space-head__name">
                  <a href={href}>{name}</a>
                </p>
              )}
            </div>
          </div>
          {by || status ? (
            <div className="space-head__by cluster">
              {status}
              {by ? <p>{by}</p> : null}
            </div>
          ) : null}
          {action ? <div className="space-head__action">{action}</div> : null}
          <nav className="space-nav" aria-label={nav.label}>
            <ul role="list">
              {nav.items.map((item) => (
                <li key={item.href}>
                  <NavLink {...item} />
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
      <div className={joinClasses("wrap", width === "text" && "wrap--text")}>{children}</div>
    </div>
  );
}
