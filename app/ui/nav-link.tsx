import { Icon } from "./icon";
import type { IconName } from "./icons/icon-names";

export interface NavItem {
  href: string;
  word: string;
  /** On a phone, where the whole word has no room. */
  shortWord?: string;
  icon: IconName;
  /** "page" on the page itself, "section" on the pages below it. */
  current?: "page" | "section";
  count?: number;
  /** What the number means, for example "2 nieuwe berichten"; required with a count above 0. */
  countLabel?: string;
}

/** One item of a bar: sign, word, and a number when there is something new. */
export function NavLink({ href, word, shortWord, icon, current, count, countLabel }: NavItem) {
  return (
    <a href={href} aria-current={current === undefined ? undefined : current === "page" ? "page" : "true"}>
      <Icon name={icon} />
      {shortWord ? (
        <span>
          <span className="nav-word--short">{shortWord}</span>
          <span className="nav-word--long">{word}</span>
        </span>
      ) : (
        <span>{word}</span>
      )}
      {count ? (
        <span className="count">
          <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
          <span className="visually-hidden">{countLabel}</span>
        </span>
      ) : null}
    </a>
  );
}
