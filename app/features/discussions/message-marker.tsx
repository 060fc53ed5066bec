import { Button, Icon } from "~/ui";
import { discussionHref, placeHref, type MessageView } from "./views";
import { discussionWords } from "./words";

/** The place of a message that is gone: its number stays, its words and its author do not. Who took it back a moment ago may put it back. */
export function MessageMarker({ message, mayPutBack }: { message: MessageView; mayPutBack: boolean }) {
  const t = discussionWords.use();
  return (
    <article id={`bericht-${message.number}`} className="message message--quiet">
      <div className="message__body">
        <p className="message__note">
          <Icon name={message.movedTo ? "arrow-right" : message.gone === "hidden" ? "eye-off" : "trash-2"} />
          <span>
            {t(mayPutBack ? "marker_put_back" : markerWord(message))}
            {message.movedTo ? (
              <>
                {" "}
                <a href={placeHref(message.movedTo)}>{t("marker_moved_go")}</a>
              </>
            ) : null}
          </span>
        </p>
        {mayPutBack ? (
          <form method="post" action={discussionHref(message.discussion)} className="message__foot">
            <input type="hidden" name="intent" value="put-back" />
            <input type="hidden" name="message" value={message.id} />
            <Button kind="quiet" small icon="history">
              {t("put_back")}
            </Button>
          </form>
        ) : null}
      </div>
    </article>
  );
}

/** What stands at the place of a message that is gone. */
export function markerWord({ gone, movedTo }: Pick<MessageView, "gone" | "movedTo">): "marker_moved" | "marker_moderated" | "marker_removed" {
  if (movedTo) return "marker_moved";
  return gone === "hidden" ? "marker_moderated" : "marker_removed";
}
