import type { ReactNode } from "react";
import { Avatar } from "./avatar";

export interface PersonProps {
  name: string;
  /** Staff only: "moderator, gemeente …". Always shown for them. */
  staffFunction?: string;
  nameless?: boolean;
  children?: ReactNode;
}

/** A member in a list: initials, shown name, for staff function and organisation. */
export function Person({ name, staffFunction, nameless, children }: PersonProps) {
  return (
    <div className="person">
      <Avatar name={name} staff={staffFunction !== undefined} nameless={nameless} />
      <div>
        <span className="person__name">{name}</span>
        {staffFunction ? <span className="person__function">{staffFunction}</span> : null}
        {children}
      </div>
    </div>
  );
}
