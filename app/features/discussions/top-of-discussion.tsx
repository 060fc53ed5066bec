import { MarkedText } from "~/platform/marked-text/marked-text";
import { IconWord, Stack } from "~/ui";
import { useAuthorName } from "./mentions/person-words";
import { messageHref, type DiscussionView, type Quote } from "./views";
import { discussionWords } from "./words";

/** What came of a conversation, once it is closed. */
export function Summary({ discussion }: { discussion: DiscussionView }) {
  const t = discussionWords.use();
  const nameOf = useAuthorName();
  const { summary, closedBy } = discussion;
  if (discussion.state !== "closed" || summary === "") return null;
  return (
    <section className="card" aria-labelledby="afgerond">
      <Stack space="tight">
        <h2 className="card__title" id="afgerond">
          {t("summary_title")}
        </h2>
        <div className="message__text">
          <MarkedText text={summary} />
        </div>
        {closedBy?.name ? <p className="soft small">{closedBy.staff ? `${nameOf(closedBy)}, ${closedBy.staff}` : nameOf(closedBy)}</p> : null}
      </Stack>
    </section>
  );
}

/** Messages that those who run things put at the top, each leading to its place. */
export function Pinned({ discussion, pinned }: { discussion: DiscussionView; pinned: readonly Quote[] }) {
  const t = discussionWords.use();
  const nameOf = useAuthorName();
  const seen = pinned.filter((one) => !one.gone);
  if (seen.length === 0) return null;
  return (
    <section className="card card--soft" aria-labelledby="bovenaan">
      <h2 className="card__title" id="bovenaan">
        <IconWord icon="pin">{t("pinned_title")}</IconWord>
      </h2>
      <Stack>
        {seen.map((one) => (
          <p key={one.id}>
            <a href={messageHref(discussion.id, one.number)}>{nameOf(one.author)}</a>: {one.excerpt}
          </p>
        ))}
      </Stack>
    </section>
  );
}
