import type { ReactNode } from "react";
import { Landscape } from "./landscape";

export interface HeroProps {
  title: string;
  lead: string;
  /** What you can do first: a search or a choice of place. */
  children?: ReactNode;
}

/** The welcome of the start page, above a drawn landscape. */
export function Hero({ title, lead, children }: HeroProps) {
  return (
    <div className="hero">
      <div className="hero__scene">
        <Landscape />
      </div>
      <div className="wrap hero__in">
        <div className="hero__text">
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
          {children}
        </div>
      </div>
    </div>
  );
}
