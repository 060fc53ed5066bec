import { uiWords } from "~/platform/ui-words";
import { Button, Cluster, Notice, PrintPage, TextField } from "~/ui";
import { useLearningWords } from "../blocks/draw-blocks";
import { ContentView } from "../content-view";
import { clock, planSession, type SessionPart } from "./plan-session";
import type { SessionPage } from "./read-session.server";
import { sessionWords } from "./words";

/** The plan of a session on paper: how long, what to bring, what comes when, and a card for each activity. */
export function SessionScreen({ page }: { page: SessionPage }) {
  const t = sessionWords.use();
  const ui = uiWords.use();
  const time = useDuration();
  const { begins } = page;
  const plan = planSession(page.content, (id) => page.people[id] ?? ui("former_participant"));
  const { parts, materials, goals, evidence } = plan;
  return (
    <PrintPage title={t("title", { text: page.title })} lead={t("lead")} back={{ href: page.back, word: t("back") }} printWord={ui("print")} remarks={<Begin begins={begins} />}>
      {parts.length === 0 ? (
        <Notice wide title={t("empty")}>
          {t("empty_text")}
        </Notice>
      ) : null}
      <article className="paper paper--a4 sheet">
        <h2>{page.title}</h2>
        <div className="sheet__summary">
          <p>
            <strong>{t("total", { time: time(plan.minutes) })}</strong>
            {begins === null ? null : ` ${t("from_to", { from: clock(begins), to: clock(begins + plan.minutes) })}`}
          </p>
          {plan.untimed > 0 ? <p>{t("untimed", { count: plan.untimed })}</p> : null}
        </div>
        <Lines title={t("goals")} lines={goals} />
        {materials.length > 0 ? (
          <>
            <h3>{t("materials")}</h3>
            <ul className="sheet__list tasks" role="list">
              {materials.map((line) => (
                <li key={line} className="tasks__item">
                  {line}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {parts.length > 0 ? <RunSheet parts={parts} begins={begins} /> : null}
        <Lines title={t("evidence")} lines={evidence} />
        {parts.map((part, index) => (
          <Card key={index} part={part} number={index + 1} page={page} />
        ))}
      </article>
    </PrintPage>
  );
}

/** Chosen in the address, so that it works without script and can be shared. */
function Begin({ begins }: { begins: number | null }) {
  const t = sessionWords.use();
  return (
    <form method="get">
      <Cluster>
        <TextField name="begin" type="time" size="short" label={t("begin")} defaultValue={begins === null ? "" : clock(begins)} />
        <Button kind="secondary">{t("begin_set")}</Button>
      </Cluster>
    </form>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function RunSheet({ parts, begins }: { parts: SessionPart[]; begins: number | null }) {
  const t = sessionWords.use();
  const time = useDuration();
  return (
    <>
      <h3>{t("run_sheet")}</h3>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{begins === null ? t("after") : t("when")}</th>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("how_long")}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ from, minutes, title, groupSize }, index) => (
            <tr key={index}>
              <td>{begins === null ? time(from) : clock(begins + from)}</td>
              <th scope="row">
                {index + 1}. {title || t("untitled")}
              </th>
              <td>
                {minutes === null ? t("no_time") : time(minutes)}
                {groupSize === null ? null : `, ${t("groups_of", { count: groupSize })}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** An activity to cut out and give to who leads it. */
function Card({ part, number, page }: { part: SessionPart; number: number; page: SessionPage }) {
  const t = sessionWords.use();
  const words = useLearningWords();
  const { begins } = page;
  const when = begins === null ? "" : ` · ${clock(begins + part.from)}`;
  return (
    <section className="slip">
      <h3>
        {t("card", { number })}
        {when}
      </h3>
      <p className="sheet__who">{words("activity", part.minutes ?? undefined, part.groupSize ?? undefined)}</p>
      <ContentView content={part.content} people={page.people} pictures={page.pictures} frames />
    </section>
  );
}

/** "1 uur 20 minuten" */
function useDuration(): (minutes: number) => string {
  const t = sessionWords.use();
  return (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    return [hours > 0 ? t("hours", { count: hours }) : "", rest > 0 || hours === 0 ? t("minutes", { count: rest }) : ""].filter(Boolean).join(" ");
  };
}
