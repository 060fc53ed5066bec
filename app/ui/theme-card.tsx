import { accentClass, type Accent } from "./accent";
import { Icon } from "./icon";
import type { IconName } from "./icons/icon-names";
import { joinClasses } from "./join-classes";

export interface ThemeCardProps {
  accent: Accent;
  icon: IconName;
  name: string;
  text: string;
  href: string;
  /** "3 leerplekken" */
  count?: string;
  heading?: "h2" | "h3";
}

/** A theme as a large card in its own colour. */
export function ThemeCard({ accent, icon, name, text, href, count, heading: Heading = "h3" }: ThemeCardProps) {
  return (
    <article className={joinClasses("card card--link theme-card", accentClass(accent))}>
      <span className="theme-card__sign">
        <Icon name={icon} large />
      </span>
      <Heading className="card__title">
        <a href={href}>{name}</a>
      </Heading>
      <p>{text}</p>
      {count ? <p className="theme-card__count">{count}</p> : null}
    </article>
  );
}
