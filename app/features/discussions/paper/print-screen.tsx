import { useReadersWords } from "~/features/groups/readers-line";
import { useLanguage } from "~/platform/define-words";
import { MarkedText } from "~/platform/marked-text/marked-text";
import { uiWords } from "~/platform/ui-words";
import { Brand, DateText, Notice, Pagination, PrintPage, QrCode } from "~/ui";
import { markerWord } from "../message-marker";
import { useSignature } from "../mentions/person-words";
import { MessagePicture } from "../pictures/message-picture";
import { pictureWords } from "../pictures/words";
import { PrintedSummary } from "./printed-summary";
import type { PrintedPage } from "./read-printed.server";
import { discussionHref, printHref, type MessageView } from "../views";
import { discussionWords } from "../words";

/** A conversation on paper: large letters, every message with its number, and the way back to the screen. */
export function PrintScreen({ page }: { page: PrintedPage }) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const { discussion, window: shown } = page;
  const part = (from: number | null, word: string) => (from === null ? undefined : { href: printHref(discussion.id, from), word });
  return (
    <PrintPage
      title={t("print_title")}
      lead={t("print_lead")}
      back={{ href: discussionHref(discussion.id), word: t("print_back") }}
      printWord={ui("print")}
      accent={page.place.accent}
      remarks={
        <>
          {page.readers.who === "everyone" ? null : <Notice kind="warning">{t("print_closed")}</Notice>}
          <Pagination label={ui("page_label")} previous={part(shown.older, ui("page_older"))} next={part(shown.newer, ui("page_newer"))} text={t("print_parts")} />
        </>
      }
    >
      <article className="paper paper--a4 sheet">
        <SheetHead page={page} />
        {shown.from <= 1 ? <PrintedSummary discussion={discussion} /> : null}
        <ol className="sheet__list" role="list">
          {shown.messages.map((message) => (
            <PrintedMessage key={message.id} message={message} />
          ))}
        </ol>
      </article>
    </PrintPage>
  );
}

function SheetHead({ page }: { page: PrintedPage }) {
  const t = discussionWords.use();
  const readers = useReadersWords();
  const { discussion, place, window: shown } = page;
  const last = shown.messages.at(-1)?.number ?? 0;
  return (
    <header className="sheet__head">
      <div>
        <Brand name={page.installation} />
        <h2>{discussion.title || t("no_title")}</h2>
        <p>{t("in_place", { group: place.group.name, space: place.space.name })}</p>
        <p>
          {t("about_readers")} {readers(page.readers)}
        </p>
        {shown.total > 0 ? <p>{t("page_range", { from: shown.from, to: last, total: shown.total })}</p> : <p>{t("no_messages_read")}</p>}
        <p>
          {t("print_more")} <strong>{page.address}</strong>
        </p>
      </div>
      <div className="sheet__code">
        <QrCode {...page.qr} />
      </div>
    </header>
  );
}

function PrintedMessage({ message }: { message: MessageView }) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const signature = useSignature();
  const pictures = pictureWords.use();
  const { number, author, replyTo } = message;
  if (message.gone) {
    return (
      <li className="sheet__item">
        <p className="sheet__who">
          <span className="sheet__number">{number}</span> {t(markerWord(message))}
        </p>
      </li>
    );
  }
  return (
    <li className="sheet__item">
      <p className="sheet__who">
        <span className="sheet__number">{number}</span> <strong>{signature(message)}</strong>
        {author.staff ? `, ${author.staff}` : null}
        {" · "}
        <DateText at={message.at} language={language} thisYear={0} />
        {message.edited ? (
          <>
            {` · ${ui("edited")} `}
            <DateText at={message.edited} language={language} thisYear={0} />
          </>
        ) : null}
        {replyTo ? ` · ${t("print_reply", { number: replyTo.number })}` : null}
      </p>
      <div className="message__text">
        {message.picture ? <MessagePicture picture={message.picture} onPaper /> : null}
        <MarkedText text={message.text} />
        {message.picture && message.picture.alt !== message.text ? <p>{pictures("in_words", { alt: message.picture.alt })}</p> : null}
      </div>
      {message.labelled ? <p className="soft">{t("label_note")}</p> : null}
    </li>
  );
}
