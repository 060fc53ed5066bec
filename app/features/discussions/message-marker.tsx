import { Icon } from "~/ui";
import type { MessageView } from "./views";
import { discussionWords } from "./words";

/** The place of a message that is gone: its number stays, its words and its author do not. */
export function MessageMarker({ message }: { message: MessageView }) {
  const t = discussionWords.use();
  return (
    <article id={`bericht-${message.number}`} className="message message--quiet">
      <div className="message__body">
        <p className="message__note">
          <Icon name={message.gone === "hidden" ? "eye-off" : "trash-2"} />
          <span>{t(message.gone === "hidden" ? "marker_moderated" : "marker_removed")}</span>
        </p>
      </div>
    </article>
  );
}
