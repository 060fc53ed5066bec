export interface BreadcrumbProps {
  /** "Je bent hier" */
  label: string;
  /** From the start down; the last one is this page and has no address. */
  items: Array<{ word: string; href?: string }>;
}

/** The way down to this page. */
export function Breadcrumb({ label, items }: BreadcrumbProps) {
  return (
    <nav className="breadcrumb" aria-label={label}>
      <ol role="list">
        {items.map((item) => (
          <li key={item.word}>
            {item.href ? <a href={item.href}>{item.word}</a> : <span aria-current="page">{item.word}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
