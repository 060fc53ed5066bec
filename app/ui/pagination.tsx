import { LinkButton } from "./link-button";

export interface PaginationProps {
  label: string;
  previous?: { href: string; word: string };
  next?: { href: string; word: string };
  /** "Berichten 51 tot 100 van 230" */
  text?: string;
}

/** To the page before and after, with words. Nothing when there is only one page. */
export function Pagination({ label, previous, next, text }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav className="pagination" aria-label={label}>
      {previous ? (
        <LinkButton href={previous.href} kind="secondary" icon="arrow-left" rel="prev">
          {previous.word}
        </LinkButton>
      ) : null}
      {text ? <p className="soft">{text}</p> : null}
      {next ? (
        <LinkButton href={next.href} kind="secondary" icon="arrow-right" iconEnd rel="next">
          {next.word}
        </LinkButton>
      ) : null}
    </nav>
  );
}
