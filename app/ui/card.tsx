import type { ReactNode } from "react";
import { accentClass, type Accent } from "./accent";
import { joinClasses } from "./join-classes";

export interface CardProps {
  title?: ReactNode;
  /** Makes the whole card lead there. */
  href?: string;
  heading?: "h2" | "h3" | "h4" | "p";
  accent?: Accent;
  above?: ReactNode;
  meta?: ReactNode;
  foot?: ReactNode;
  unread?: boolean;
  soft?: boolean;
  children?: ReactNode;
}

/** One thing in short: title, a sentence, a few facts, what you can do. */
export function Card(props: CardProps) {
  const { title, href, heading: Heading = "h3", accent, above, meta, foot, unread, soft, children } = props;
  return (
    <article
      className={joinClasses("card", href && "card--link", unread && "card--unread", soft && "card--soft", accentClass(accent))}
    >
      {above ? <div className="cluster">{above}</div> : null}
      {title ? <Heading className="card__title">{href ? <a href={href}>{title}</a> : title}</Heading> : null}
      {typeof children === "string" ? <p>{children}</p> : children}
      {meta ? <div className="card__meta">{meta}</div> : null}
      {foot ? <div className="card__foot">{foot}</div> : null}
    </article>
  );
}
