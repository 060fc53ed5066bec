import { Pages } from "~/platform/pages";
import { EmptyState, LinkButton, PageBody, PageHead, Stack, Tabs } from "~/ui";
import { ExperimentList } from "./experiment-list";
import { outcomes, type Outcome } from "./codes";
import type { ListedExperiments } from "./list-experiments.server";
import { experimentWords } from "./words";

const address = (outcome: Outcome | undefined, page = 1) => {
  const search = new URLSearchParams({ ...(outcome ? { resultaat: outcome } : {}), ...(page > 1 ? { pagina: String(page) } : {}) }).toString();
  return search ? `/experimenten?${search}` : "/experimenten";
};

/** What was learnt in all leerplekken, also from what did not work. */
export function LessonsScreen({ listed, outcome }: { listed: ListedExperiments; outcome: Outcome | undefined }) {
  const t = experimentWords.use();
  return (
    <PageBody>
      <Stack space="loose">
        <PageHead title={t("title_lessons")} lead={t("lead_lessons")} />
        <Tabs
          label={t("filter_label")}
          items={[
            { href: address(undefined), word: t("filter_all"), current: outcome === undefined },
            ...outcomes.map((one) => ({ href: address(one), word: t(`outcome_short_${one}`), current: one === outcome })),
          ]}
        />
        {listed.experiments.length === 0 ? (
          <EmptyState
            icon="sprout"
            title={t("empty_lessons")}
            action={
              <LinkButton href="/leerplekken" kind="secondary">
                {t("empty_lessons_next")}
              </LinkButton>
            }
          >
            {t("empty_lessons_text")}
          </EmptyState>
        ) : (
          <ExperimentList experiments={listed.experiments} across heading="h2" />
        )}
        <Pages page={listed.page} more={listed.more} address={(to) => address(outcome, to)} />
      </Stack>
    </PageBody>
  );
}
