import type { ReactNode } from "react";
import { useReadersWords } from "~/features/groups/readers-line";
import { useLanguage } from "~/platform/define-words";
import { uiWords } from "~/platform/ui-words";
import { Brand, DateText, formatDay, Notice, Pagination, PlainText, PrintPage, QrCode } from "~/ui";
import { useSignature } from "../mentions/person-words";
import { PrintedSummary } from "./printed-summary";
import type { TalkOfWeek, WeekSheet } from "./read-week-sheet.server";
import { weekHref } from "../views";
import { discussionWords } from "../words";

/** A week of a group on paper, with a slip to tear off under every conversation. `activities` is drawn by its own feature. */
export function WeekSheetScreen({ sheet, activities }: { sheet: WeekSheet; activities: ReactNode }) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const { place, week } = sheet;
  return (
    <PrintPage
      title={t("week_title")}
      lead={t("week_lead")}
      back={{ href: `/groepen/${place.group.id}`, word: t("back_to_group", { name: place.group.name }) }}
      printWord={ui("print")}
      accent={place.accent}
      remarks={
        <>
          {sheet.readers.who === "everyone" ? null : <Notice kind="warning">{t("week_closed")}</Notice>}
          <Pagination
            label={ui("page_label")}
            previous={{ href: weekHref(place.group.id, week.before), word: t("week_before") }}
            next={{ href: weekHref(place.group.id, week.after), word: t("week_after") }}
          />
        </>
      }
    >
      <article className="paper paper--a4 sheet">
        <WeekHead sheet={sheet} />
        {sheet.talks.length === 0 ? <p>{t("week_none")}</p> : sheet.talks.map((talk) => <Talk key={talk.discussion.id} talk={talk} />)}
        <section className="sheet__item">
          <h3>{t("week_activities")}</h3>
          {activities ?? <p>{t("week_no_activities")}</p>}
        </section>
      </article>
    </PrintPage>
  );
}

function WeekHead({ sheet: { installation, place, readers, week } }: { sheet: WeekSheet }) {
  const t = discussionWords.use();
  const language = useLanguage();
  const readersWords = useReadersWords();
  const day = (at: string) => formatDay(new Date(at), { language, weekday: false, thisYear: 0 });
  return (
    <header className="sheet__head">
      <div>
        <Brand name={installation} />
        <h2>
          {t("week_title")}: {place.group.name}
        </h2>
        <p>{place.space.name}</p>
        <p>{t("week_of", { from: day(week.from), until: day(week.until) })}</p>
        <p>
          {t("about_readers")} {readersWords(readers)}
        </p>
      </div>
    </header>
  );
}

function Talk({ talk }: { talk: TalkOfWeek }) {
  const t = discussionWords.use();
  const language = useLanguage();
  const signature = useSignature();
  const { number, discussion, messages } = talk;
  const title = discussion.title || t("no_title");
  return (
    <section>
      <div className="sheet__item sheet__head">
        <div>
          <p className="sheet__who">
            <span className="sheet__number">{number}</span> {t(`kind_${discussion.type}`)}
            {discussion.state === "open" ? null : ` · ${t(`state_${discussion.state}`)}`}
          </p>
          <h3>{title}</h3>
        </div>
        <div className="sheet__code">
          <QrCode {...talk.qr} />
        </div>
      </div>
      <PrintedSummary discussion={discussion} />
      {messages.length === 0 && discussion.state === "open" ? <p>{t("week_no_messages")}</p> : null}
      {messages.map((message) => (
        <div key={message.id} className="sheet__item">
          <p className="sheet__who">
            <strong>{signature(message)}</strong>
            {message.author.staff ? `, ${message.author.staff}` : null}
            {" · "}
            <DateText at={message.at} language={language} thisYear={0} />
          </p>
          <PlainText text={message.text} />
        </div>
      ))}
      {talk.more ? <p>{t("week_more", { address: talk.address })}</p> : null}
      {discussion.state === "open" ? <Slip number={number} title={title} /> : null}
    </section>
  );
}

/** Lines to write on. */
const lines = 4;

function Slip({ number, title }: { number: number; title: string }) {
  const t = discussionWords.use();
  return (
    <div className="slip">
      <p>
        <strong>{t("slip_title", { number, title })}</strong>
      </p>
      <p className="write-line">{t("slip_name")}</p>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="write-line">
          <span className="visually-hidden">{t("slip_line")}</span>
        </div>
      ))}
      <p className="sheet__who">{t("slip_text")}</p>
    </div>
  );
}
