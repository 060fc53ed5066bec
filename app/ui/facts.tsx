import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icons/icon-names";
import { joinClasses } from "./join-classes";

export interface FactsProps {
  /** Term beside its answer on a wide screen. */
  wide?: boolean;
  items: Array<{ term: string; icon?: IconName; value: ReactNode }>;
}

/** When, where, for whom, how much: a list of terms and answers. */
export function Facts({ wide, items }: FactsProps) {
  return (
    <dl className={joinClasses("facts", wide && "facts--wide")}>
      {items.map((item) => (
        <div key={item.term}>
          <dt>
            {item.icon ? <Icon name={item.icon} /> : null}
            <span>{item.term}</span>
          </dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
