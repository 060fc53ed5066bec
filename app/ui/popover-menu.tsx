import { Icon } from "./icon";
import type { IconName } from "./icons/icon-names";
import { joinClasses } from "./join-classes";

export interface MenuItem {
  word: string;
  icon: IconName;
  /** A page … */
  href?: string;
  /** … or a form that is posted there at once. */
  action?: string;
  hidden?: Record<string, string>;
  danger?: boolean;
}

export interface PopoverMenuProps {
  /** Unique on the page. */
  id: string;
  word: string;
  /** Names the menu for screen readers: "Wat kan je met dit bericht doen?" */
  label: string;
  icon?: IconName;
  items: MenuItem[];
}

// React 18 does not type these two yet; in lower case it hands them on as they are.
const opens = (id: string): Record<string, string> => ({ popovertarget: id });
const POPOVER: Record<string, string> = { popover: "auto" };

/** A button that opens a short list. A browser without popovers shows the list in the page. */
export function PopoverMenu({ id, word, label, icon = "ellipsis", items }: PopoverMenuProps) {
  return (
    <div className="menu">
      <button type="button" className="button button--quiet button--small" data-menu={id} {...opens(id)}>
        <Icon name={icon} />
        <span>{word}</span>
        <span className="visually-hidden">: {label}</span>
      </button>
      <div id={id} className="menu__list" {...POPOVER}>
        <ul role="list" aria-label={label}>
          {items.map((item) => (
            <li key={item.word}>
              <MenuEntry {...item} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function MenuEntry({ word, icon, href, action, hidden = {}, danger }: MenuItem) {
  const className = joinClasses("menu__item", danger && "menu__item--danger");
  const content = (
    <>
      <Icon name={icon} />
      <span>{word}</span>
    </>
  );
  if (href !== undefined) {
    return (
      <a className={className} href={href}>
        {content}
      </a>
    );
  }
  return (
    <form method="post" action={action}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={className}>
        {content}
      </button>
    </form>
  );
}
