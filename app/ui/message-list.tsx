import { Children, type ReactNode } from "react";

export interface MessageListProps {
  id?: string;
  /** "Berichten in dit gesprek" */
  label: string;
  /** Announce what is added. Off in the page itself: history must not be read aloud; the live part switches it on. */
  live?: boolean;
  children: ReactNode;
}

/** The messages of a conversation, oldest first. */
export function MessageList({ id, label, live, children }: MessageListProps) {
  return (
    <div id={id} className="message-list" role="log" aria-label={label} aria-live={live ? "polite" : "off"}>
      <ol role="list" className="message-list__items">
        {Children.map(children, (child) => (
          <li>{child}</li>
        ))}
      </ol>
    </div>
  );
}
