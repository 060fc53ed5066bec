import { Icon } from "./icon";

export interface UnsentReminderProps {
  /** Under which name the browser keeps messages that were not sent, and for how many days. */
  kept: string;
  days: number;
  /** "Je schreef een bericht dat nog niet verstuurd is." */
  text: string;
  /** "Open het gesprek om het te versturen" */
  linkWord: string;
  /** What comes before the id of the conversation. */
  href: string;
}

/** Hidden until the script finds a message of an earlier page that was not sent; without script nothing is kept either. */
export function UnsentReminder({ kept, days, text, linkWord, href }: UnsentReminderProps) {
  return (
    <div role="status">
      <div className="own-device" hidden data-unsent-kept={kept} data-unsent-since={days}>
        <div className="wrap">
          <p className="icon-word">
            <Icon name="wifi-off" />
            <span>{text}</span>
          </p>
          <a className="button button--quiet" href={href}>
            <span>{linkWord}</span>
          </a>
        </div>
      </div>
    </div>
  );
}
