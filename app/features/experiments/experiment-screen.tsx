import type { ReactNode } from "react";
import { reportPath } from "~/features/house-rules/report-path";
import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { experimentStages } from "~/permissions/experiments";
import { accentClass, BackLink, Columns, DateText, Facts, LinkButton, Notice, PageBody, PageHead, PlainText, Section, Stack, Stepper } from "~/ui";
import { ExperimentBadges } from "./experiment-badges";
import { NextStep } from "./next-step";
import type { ExperimentPage } from "./read-experiment.server";
import { experimentWords } from "./words";

/** An experiment from question to lesson. `activities` are those that belong to it, drawn by their own feature. */
export function ExperimentScreen({ page, activities, refusal }: { page: ExperimentPage; activities: ReactNode; refusal?: FormRefusal }) {
  const t = experimentWords.use();
  const ui = uiWords.use();
  const { summary } = useRefusal(refusal);
  const { experiment, place, may } = page;
  const here = experimentStages.indexOf(experiment.stage);
  const lists = `/leerplekken/${place.space.slug}/experimenten`;
  return (
    <div className={accentClass(place.accent)}>
      <PageBody>
        <Stack space="loose">
          <PageHead
            title={experiment.title}
            back={<BackLink href={lists}>{ui("back_to", { name: place.space.name })}</BackLink>}
            above={
              <div className="cluster">
                <ExperimentBadges stage={experiment.stage} outcome={experiment.outcome} />
              </div>
            }
            actions={
              may.change === true ? (
                <LinkButton href={`/experimenten/${experiment.id}/aanpassen`} kind="secondary" icon="pencil">
                  {ui("edit")}
                </LinkButton>
              ) : undefined
            }
          />
          {summary}
          <Stepper
            row
            label={t("stages")}
            steps={experimentStages.map((stage, index) => {
              const state = index < here || experiment.stage === "lesson" ? "done" : index === here ? "now" : "next";
              return { word: t(`stage_${stage}`), state, stateWord: ui(`step_${state}`) };
            })}
          />
          <Columns asideLabel={t("about")} aside={<About page={page} />}>
            <Stack space="sections">
              <Lesson page={page} />
              <Part id="gemeten" title={t("measured_title")} text={experiment.measured} />
              <Part id="weten" title={t("want_to_know")} text={experiment.wantToKnow} />
              <Part id="doen" title={t("what_we_do")} text={experiment.whatWeDo} />
              <Part id="stoppen" title={t("when_we_stop")} text={experiment.whenWeStop} />
              <Part id="meten" title={t("how_we_measure")} text={experiment.howWeMeasure} />
              <NextStep page={page} />
              {activities}
            </Stack>
          </Columns>
          <p>
            <a href={reportPath("experiment", experiment.id)}>{ui("report")}</a>
          </p>
        </Stack>
      </PageBody>
    </div>
  );
}

function Part({ id, title, text }: { id: string; title: string; text: string }) {
  if (text === "") return null;
  return (
    <Section id={id} title={title}>
      <Stack>
        <PlainText text={text} />
      </Stack>
    </Section>
  );
}

/** The lesson comes first, whatever the outcome: it is what others come for. */
function Lesson({ page: { experiment, may } }: { page: ExperimentPage }) {
  const t = experimentWords.use();
  if (experiment.stage !== "lesson" || !experiment.outcome) return null;
  const worked = experiment.outcome === "worked";
  return (
    <Section id="les" title={t("lesson_title")} more={may.tellLesson === true ? <a href={`/experimenten/${experiment.id}/les`}>{t("change_lesson")}</a> : undefined}>
      <Stack>
        <Notice wide kind={worked ? "success" : "info"} icon={worked ? "circle-check" : "lightbulb"} title={t(`outcome_${experiment.outcome}`)}>
          {worked ? t("worked_thanks") : t("failed_thanks")}
        </Notice>
        <PlainText text={experiment.lesson} />
      </Stack>
    </Section>
  );
}

function About({ page: { experiment, place, by, objective, cameFrom } }: { page: ExperimentPage }) {
  const t = experimentWords.use();
  const language = useLanguage();
  const day = (at: string | null) => (at ? [<DateText key="at" at={at} language={language} dayOnly weekday={false} thisYear={0} />] : []);
  const staff = by.staff ? `, ${by.staff.function}, ${by.staff.organisation}` : "";
  const items = [
    { term: t("term_group"), icon: "users-round" as const, value: <a href={`/groepen/${place.group.id}`}>{place.group.name}</a> },
    { term: t("term_by"), icon: "user-round" as const, value: `${by.shownName}${staff}` },
    ...day(experiment.startedAt).map((value) => ({ term: t("term_started"), icon: "calendar-days" as const, value })),
    ...day(experiment.finishedAt).map((value) => ({ term: t("term_finished"), icon: "check" as const, value })),
    ...(experiment.audience ? [{ term: t("term_audience"), icon: "heart-handshake" as const, value: t(`audience_${experiment.audience}`) }] : []),
    ...(experiment.learningForm ? [{ term: t("term_form"), icon: "sprout" as const, value: experiment.learningForm }] : []),
    ...(objective ? [{ term: t("term_objective"), icon: "flag" as const, value: objective }] : []),
    ...cameFrom.map((thing) => ({ term: t("term_came_from"), icon: "lightbulb" as const, value: <a href={thing.href}>{thing.title}</a> })),
  ];
  return (
    <Section id="over" title={t("about")}>
      <Facts items={items} />
    </Section>
  );
}
