import { errorWords } from "~/platform/error-words";
import { MarkedText } from "~/platform/marked-text/marked-text";
import { Button, Icon } from "~/ui";
import type { Unsent } from "./outbox";
import { discussionWords } from "../words";

export interface UnsentMessagesProps {
  items: readonly Unsent[];
  onTakeBack: (item: Unsent) => void;
}

/** Messages on their way, each with how far it is; one that was refused can be taken back into the field. */
export function UnsentMessages({ items, onTakeBack }: UnsentMessagesProps) {
  const t = discussionWords.use();
  const say = errorWords.use();
  if (items.length === 0) return null;
  const words = (item: Unsent) => {
    if (item.state === "refused") return t("unsent_refused", { why: item.code && item.code !== "unreachable" ? say(item.code) : "" });
    return t(item.state === "waiting" ? "unsent_waiting" : "unsent_sending");
  };
  return (
    <ul role="list" className="stack">
      {items.map((item) => (
        <li key={item.id} className="message message--own message--quiet">
          <div className="message__body">
            <div className="message__text">
              <MarkedText text={item.text} />
            </div>
            <p className="message__note" role={item.state === "refused" ? "alert" : "status"}>
              <Icon name={item.state === "refused" ? "circle-alert" : item.state === "waiting" ? "wifi-off" : "send"} />
              <span>{words(item)}</span>
            </p>
            {item.state === "refused" ? (
              <div className="message__foot">
                <Button kind="quiet" small icon="pencil" type="button" onClick={() => onTakeBack(item)}>
                  {t("unsent_back")}
                </Button>
              </div>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
