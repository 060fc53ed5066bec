import { Icon } from "./icon";
import type { IconName } from "./icons/icon-names";
import { shownCount } from "./shown-count";

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
  /** Where the number of this moment is asked while the page is open; the element for it is then there from the start. */
  countFrom?: string;
}

/** One item of a bar: sign, word, and a number when there is something new. */
export function NavLink({ href, word, shortWord, icon, current, count, countLabel, countFrom }: NavItem) {
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
      {count || countFrom ? (
        <span className="count" hidden={!count} data-count-from={countFrom} data-count={count}>
          <span aria-hidden="true">{shownCount(count ?? 0)}</span>
          <span className="visually-hidden">{count ? countLabel : ""}</span>
        </span>
      ) : null}
    </a>
  );
}
