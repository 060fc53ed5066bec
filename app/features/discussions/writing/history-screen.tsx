import { useLanguage } from "~/platform/define-words";
import { MarkedText } from "~/platform/marked-text/marked-text";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Card, DateText, PageBody, PageHead, Stack } from "~/ui";
import { namesIn } from "../mentions/mentions";
import { useAuthorName } from "../mentions/person-words";
import { pictureWords } from "../pictures/words";
import { discussionWords } from "../words";
import type { MessageHistory } from "./read-history.server";

/** What a message said before, for those who run things: the words of now first. */
export function HistoryScreen({ history }: { history: MessageHistory }) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const pictures = pictureWords.use();
  const language = useLanguage();
  const nameOf = useAuthorName();
  const [now] = history.versions;
  return (
    <div className={accentClass(history.place.accent)}>
      <PageBody width="text">
        <PageHead title={t("history_title", { name: now ? nameOf(now.message.author) : "" })} lead={t("lead_edit", { title: history.title || t("no_title") })} back={<BackLink href={history.href}>{t("back_to_message")}</BackLink>} />
        <Stack>
          <p className="soft">{t("history_who")}</p>
          {history.versions.map(({ at, message }, index) => (
            <Card
              key={index}
              soft={index > 0}
              heading="h2"
              title={
                <>
                  {t(index === 0 ? "history_now" : "history_before")} <DateText at={at} language={language} />
                  {index === 0 && history.versions.length > 1 ? ` · ${ui("edited")}` : null}
                </>
              }
            >
              <div className="message__text">
                <MarkedText text={message.text} names={namesIn(message.text, message.mentions, nameOf)} />
                {message.picture ? <p className="soft">{pictures("in_words", { alt: message.picture.alt })}</p> : null}
              </div>
            </Card>
          ))}
        </Stack>
      </PageBody>
    </div>
  );
}
