import { EmptyState, Section, Stack } from "~/ui";
import type { MyTasks as Listed, MyTasksInText } from "./list-my-tasks.server";
import { taskWords } from "./words";

/** What is to be done by me, and what is done, by text. Each leads to its place in the text, where it is ticked off. */
export function MyTasks({ open, done }: Listed) {
  const t = taskWords.use();
  if (open.length === 0 && done.length === 0) {
    return (
      <EmptyState icon="check" title={t("none")}>
        {t("none_text")}
      </EmptyState>
    );
  }
  return (
    <Stack space="sections">
      <Section id="nog-te-doen" title={t("open")}>
        {open.length > 0 ? <Texts texts={open} anchors /> : <p>{t("all_done")}</p>}
      </Section>
      {done.length > 0 ? (
        <Section id="klaar" title={t("done")}>
          <Texts texts={done} done />
        </Section>
      ) : null}
    </Stack>
  );
}

function Texts({ texts, done = false, anchors = false }: { texts: MyTasksInText[]; done?: boolean; anchors?: boolean }) {
  const t = taskWords.use();
  return (
    <ul role="list" className="cards">
      {texts.map(({ id, title, href, tasks }) => (
        <li key={id}>
          <article className="card" id={anchors ? textAnchor(id) : undefined}>
            <h3 className="card__title">
              <a href={href}>{title}</a>
            </h3>
            <ul role="list" className="my-tasks">
              {tasks.map(({ key, text, href: place }) => (
                <li key={key} className={done ? "tasks__item tasks__item--done" : "tasks__item"}>
                  <a href={place}>{text || t("without_words")}</a>
                </li>
              ))}
            </ul>
          </article>
        </li>
      ))}
    </ul>
  );
}

const textAnchor = (documentId: string) => `tekst-${documentId}`;
