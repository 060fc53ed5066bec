import type { ReactNode } from "react";
import { accentClass, type Accent } from "./accent";
import { Brand, type BrandProps } from "./brand";
import { Icon } from "./icon";
import { joinClasses } from "./join-classes";
import { NavLink, type NavItem } from "./nav-link";
import { PageFoot, type PageFootProps } from "./page-foot";

export interface PageShellProps {
  skipWord: string;
  /** "Dit is een voorbeeld", while the installation shows made-up people. */
  demoBanner?: ReactNode;
  brand: BrandProps;
  /** At most five: Start · Gesprekken · Leren · Activiteiten · Hulp. */
  bar: { label: string; items: NavItem[] };
  /** Beside the bar: Zoek · Berichten voor mij · Ik (or Aanmelden) · Beheer for staff. */
  tools: { label: string; items: NavItem[] };
  /** On a shared computer: "Klaar? Meld je af", on every page. */
  sharedComputer?: ReactNode;
  /** On a person's own device: what was written there and not sent, an UnsentReminder. */
  unsent?: ReactNode;
  /** The warning before the session ends, a SessionEnd. */
  sessionEnd?: ReactNode;
  accent?: Accent;
  foot: PageFootProps;
  children: ReactNode;
}

/** What stands around every page. The content goes in a PageBody or a SpaceShell; it holds the one h1. */
export function PageShell(props: PageShellProps) {
  const { skipWord, demoBanner, brand, bar, tools, sharedComputer, unsent, sessionEnd, accent, foot, children } = props;
  return (
    <div className={joinClasses("page", accentClass(accent))}>
      <a className="skip-link" href="#inhoud">
        {skipWord}
      </a>
      <header>
        {demoBanner ? (
          <div className="demo-banner">
            <div className="wrap">
              <Icon name="info" />
              <p>{demoBanner}</p>
            </div>
          </div>
        ) : null}
        {sessionEnd}
        <div className="top">
          <div className="wrap top__row">
            <Brand {...brand} />
            <nav className="tools" aria-label={tools.label}>
              <NavList items={tools.items} />
            </nav>
          </div>
          <nav className="bar" aria-label={bar.label}>
            <NavList items={bar.items} />
          </nav>
        </div>
        {sharedComputer ? (
          <div className="shared-computer">
            <div className="wrap">{sharedComputer}</div>
          </div>
        ) : null}
        {unsent}
      </header>
      <main id="inhoud" className="page__main" tabIndex={-1}>
        {children}
      </main>
      <PageFoot {...foot} />
    </div>
  );
}

function NavList({ items }: { items: NavItem[] }) {
  return (
    <ul role="list">
      {items.map((item) => (
        <li key={item.href}>
          <NavLink {...item} />
        </li>
      ))}
    </ul>
  );
}
