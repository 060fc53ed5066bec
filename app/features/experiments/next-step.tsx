import { uiWords } from "~/platform/ui-words";
import { Button, Card, Cluster, Form, LinkButton } from "~/ui";
import type { ExperimentPage } from "./read-experiment.server";
import { experimentWords } from "./words";

/** For those who run the group: what can be done now, the next stage first. Works without script. */
export function NextStep({ page: { experiment, may } }: { page: ExperimentPage }) {
  const t = experimentWords.use();
  const ui = uiWords.use();
  const { id, rev, stage } = experiment;
  if (stage === "lesson" || (may.move.length === 0 && may.tellLesson !== true)) return null;
  const tell = (
    <LinkButton href={`/experimenten/${id}/les`} kind={stage === "measuring" ? "primary" : "quiet"} icon={stage === "measuring" ? "book-open" : undefined}>
      {t(stage === "measuring" ? "tell_lesson" : "stop_early")}
    </LinkButton>
  );
  return (
    <Card soft heading="h2" title={t("next_title")}>
      <p>{t(`next_${stage}`)}</p>
      {may.tellLesson === true && stage === "measuring" ? <p>{tell}</p> : null}
      {may.move.map((to) => (
        <Form key={to} action={`/experimenten/${id}`} busyWord={ui("busy")} hidden={{ rev: String(rev), to }}>
          <Button kind={stage === "measuring" ? "secondary" : "primary"} icon={to === "running" ? "sprout" : "chart-column"}>
            {t(stage === "measuring" ? "move_running_again" : `move_${to as "running" | "measuring"}`)}
          </Button>
        </Form>
      ))}
      <Cluster>
        {may.planActivity === true ? (
          <LinkButton href={`/activiteiten/nieuw?experiment=${id}`} kind="secondary" icon="calendar-days">
            {t("plan_activity")}
          </LinkButton>
        ) : null}
        {may.tellLesson === true && stage === "running" ? tell : null}
      </Cluster>
    </Card>
  );
}
