export interface TabsProps {
  label: string;
  items: Array<{ href: string; word: string; current?: boolean; count?: number }>;
}

/** Views of one thing, each with its own address. */
export function Tabs({ label, items }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul role="list">
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? "page" : undefined}>
              <span>{item.word}</span>
              {item.count === undefined ? null : <span className="count">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
