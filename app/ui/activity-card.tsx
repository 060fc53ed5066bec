import type { ReactNode } from "react";
import { accentClass, type Accent } from "./accent";
import { DateLeaf } from "./date-leaf";
import { joinClasses } from "./join-classes";

export interface ActivityCardProps {
  title: string;
  href: string;
  accent?: Accent;
  /** From formatLeaf(). */
  leaf: { day: string; month: string };
  /** The whole moment in words, a DateText or the result of formatSpan(). */
  when: ReactNode;
  /** Place and price. */
  place?: ReactNode;
  /** Badges: volzet, gratis, ingeschreven. */
  status?: ReactNode;
  heading?: "h2" | "h3";
}

/** An activity in a list: the leaf of the calendar, what, when and where. */
export function ActivityCard({ title, href, accent, leaf, when, place, status, heading: Heading = "h3" }: ActivityCardProps) {
  return (
    <article className={joinClasses("card card--link", accentClass(accent))}>
      <div className="media">
        <DateLeaf {...leaf} />
        <div className="media__body">
          <Heading className="card__title">
            <a href={href}>{title}</a>
          </Heading>
          <p>{when}</p>
          {place ? <p className="soft">{place}</p> : null}
          {status ? <div className="cluster">{status}</div> : null}
        </div>
      </div>
    </article>
  );
}
