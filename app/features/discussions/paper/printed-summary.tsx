import { MarkedText } from "~/platform/marked-text/marked-text";
import { useAuthorName } from "../mentions/person-words";
import type { DiscussionView } from "../views";
import { discussionWords } from "../words";

/** What came of a finished conversation, in a frame above its messages. */
export function PrintedSummary({ discussion: { state, summary, closedBy } }: { discussion: DiscussionView }) {
  const t = discussionWords.use();
  const nameOf = useAuthorName();
  if (state !== "closed" || summary === "") return null;
  return (
    <section className="sheet__summary">
      <p>
        <strong>{t("summary_title")}</strong>
      </p>
      <div className="message__text">
        <MarkedText text={summary} />
      </div>
      {closedBy?.name ? <p className="sheet__who">{closedBy.staff ? `${nameOf(closedBy)}, ${closedBy.staff}` : nameOf(closedBy)}</p> : null}
    </section>
  );
}
