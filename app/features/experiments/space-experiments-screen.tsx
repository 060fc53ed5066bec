import type { ReactNode } from "react";
import { Pages } from "~/platform/pages";
import { EmptyState, LinkButton, PageHead, Section, Stack } from "~/ui";
import { ExperimentList } from "./experiment-list";
import type { ExperimentInShort, ListedExperiments } from "./list-experiments.server";
import { experimentWords } from "./words";

/** The experiments of one leerplek, inside its shell: what is being done, ideas, lessons. */
export function SpaceExperimentsScreen({ listed }: { listed: ListedExperiments & { space: { slug: string }; mayStart: boolean } }) {
  const t = experimentWords.use();
  const { experiments, space, mayStart, page, more } = listed;
  const start = mayStart ? (
    <LinkButton href={`/experimenten/nieuw?leerplek=${space.slug}`} icon="plus">
      {t("start")}
    </LinkButton>
  ) : undefined;
  const part = (id: string, title: string, some: ExperimentInShort[]): ReactNode =>
    some.length === 0 ? null : (
      <Section id={id} title={title}>
        <ExperimentList experiments={some} />
      </Section>
    );
  return (
    <Stack space="loose">
      <PageHead title={t("title_list")} lead={t("lead_list")} actions={experiments.length > 0 ? start : undefined} />
      {experiments.length === 0 ? (
        <EmptyState icon="sprout" title={t("empty_list")} action={start}>
          {t("empty_list_text")}
        </EmptyState>
      ) : (
        <Stack space="sections">
          {part("bezig", t("group_now"), experiments.filter(({ stage }) => stage === "running" || stage === "measuring"))}
          {part("ideeen", t("group_ideas"), experiments.filter(({ stage }) => stage === "idea"))}
          {part("lessen", t("group_lessons"), experiments.filter(({ stage }) => stage === "lesson"))}
        </Stack>
      )}
      <Pages page={page} more={more} address={(to) => `/leerplekken/${space.slug}/experimenten?pagina=${to}`} />
      <p>
        <a href="/experimenten">{t("lessons_link")}</a>
      </p>
    </Stack>
  );
}
