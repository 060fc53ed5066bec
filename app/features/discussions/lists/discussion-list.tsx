import { useLanguage } from "~/platform/define-words";
import { Card, CardList, DateText, UnreadMark } from "~/ui";
import { DiscussionBadges } from "../discussion-badges";
import type { DiscussionSummary } from "./list-discussions.server";
import { useAuthorName } from "../mentions/person-words";
import { useNewWords } from "../reading/new-words";
import { discussionHref } from "../views";
import { discussionWords } from "../words";

/** Conversations as cards: what it is about, by whom, how much is new. `across`: say in which group too. */
export function DiscussionList({ items, across, heading }: { items: DiscussionSummary[]; across?: boolean; heading?: "h2" | "h3" }) {
  const t = discussionWords.use();
  const language = useLanguage();
  const nameOf = useAuthorName();
  const newWords = useNewWords();
  return (
    <CardList>
      {items.map(({ discussion, messages, unread, since, lastAt, where }) => (
        <Card
          key={discussion.id}
          title={discussion.title || t("no_title")}
          href={discussionHref(discussion.id)}
          heading={heading}
          unread={unread > 0}
          above={
            <>
              <DiscussionBadges discussion={discussion} />
              {since ? <UnreadMark word={newWords(unread, since)} /> : null}
            </>
          }
          meta={
            <>
              <span>{t("by", { name: nameOf(discussion.author) })}</span>
              <span>{messages > 0 ? t("messages", { count: messages }) : t("no_messages")}</span>
              {discussion.supporters > 0 ? <span>{t("supporters_short", { count: discussion.supporters })}</span> : null}
              <span>
                {messages > 0 ? `${t("last_at")} ` : ""}
                <DateText at={lastAt} language={language} weekday={false} dayOnly />
              </span>
              {across ? <span>{t("in_place", { group: where.group, space: where.space })}</span> : null}
            </>
          }
        />
      ))}
    </CardList>
  );
}
