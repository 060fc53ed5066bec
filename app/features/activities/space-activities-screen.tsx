import { Pages } from "~/platform/pages";
import { uiWords } from "~/platform/ui-words";
import { CopyText, EmptyState, LinkButton, PageHead, Section, Stack, Tabs } from "~/ui";
import { ActivityList } from "./activity-list";
import type { ListedActivities } from "./list-activities.server";
import { activityWords } from "./words";

export interface SpaceActivitiesScreenProps {
  listed: ListedActivities & { space: { slug: string }; mayPlan: boolean; calendar: string | null };
  when: "upcoming" | "past";
}

/** The activities of one leerplek, inside its shell. */
export function SpaceActivitiesScreen({ listed, when }: SpaceActivitiesScreenProps) {
  const t = activityWords.use();
  const ui = uiWords.use();
  const here = `/leerplekken/${listed.space.slug}/activiteiten`;
  const past = when === "past";
  const plan = listed.mayPlan ? (
    <LinkButton href={`/activiteiten/nieuw?leerplek=${listed.space.slug}`} icon="plus">
      {t("plan")}
    </LinkButton>
  ) : undefined;
  return (
    <Stack space="loose">
      <PageHead title={t("title_list")} lead={t("lead_space")} actions={plan} />
      <Tabs
        label={t("tabs")}
        items={[
          { href: here, word: t("upcoming"), current: !past },
          { href: `${here}?wanneer=voorbij`, word: t("past"), current: past },
        ]}
      />
      {listed.activities.length === 0 ? (
        <EmptyState icon="calendar-days" title={past ? t("empty_past") : t("empty")}>
          {past ? undefined : t("empty_text")}
        </EmptyState>
      ) : (
        <ActivityList activities={listed.activities} heading="h2" past={past} />
      )}
      <Pages page={listed.page} more={listed.more} address={(to) => `${here}?${past ? "wanneer=voorbij&" : ""}pagina=${to}`} />
      {listed.calendar ? (
        <Section id="agenda" title={t("subscribe_title")}>
          <Stack>
            <p>{t("subscribe_text")}</p>
            <CopyText id="agenda-adres" label={t("subscribe_address")} value={listed.calendar} copyWord={ui("copy")} copiedWord={ui("copied")} />
          </Stack>
        </Section>
      ) : null}
    </Stack>
  );
}
