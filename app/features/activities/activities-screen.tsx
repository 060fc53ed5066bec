import { Pages } from "~/platform/pages";
import { uiWords } from "~/platform/ui-words";
import { Button, EmptyState, Form, FormActions, LinkButton, Notice, PageBody, PageHead, Section, Stack, Tabs, TextField } from "~/ui";
import { ActivityList } from "./activity-list";
import type { ActivityInShort, ListedActivities } from "./list-activities.server";
import { activityWords } from "./words";

export interface ActivitiesScreenProps {
  listed: ListedActivities;
  own: ActivityInShort[];
  when: "upcoming" | "past";
  /** What was typed to find them by, and what it was understood as; null: nothing known by that name. */
  where: { asked: string; places: string | null } | null;
}

const address = (when: "upcoming" | "past", where: string | undefined, page = 1) => {
  const search = new URLSearchParams({
    ...(where ? { waar: where } : {}),
    ...(when === "past" ? { wanneer: "voorbij" } : {}),
    ...(page > 1 ? { pagina: String(page) } : {}),
  }).toString();
  return search ? `/activiteiten?${search}` : "/activiteiten";
};

/** Activities of all leerplekken, to find by village or postcode. */
export function ActivitiesScreen({ listed, own, when, where }: ActivitiesScreenProps) {
  const t = activityWords.use();
  const asked = where?.asked;
  return (
    <PageBody>
      <Stack space="loose">
        <PageHead title={t("title_list")} lead={t("lead_list")} />
        {own.length > 0 && when === "upcoming" && !where ? (
          <Section id="mijn" title={t("own_title")}>
            <ActivityList activities={own} across />
          </Section>
        ) : null}
        <Form method="get" action="/activiteiten">
          <TextField name="waar" label={t("find_where")} defaultValue={asked} autoComplete="off" maxLength={80} />
          <FormActions>
            <Button icon="search">{t("find")}</Button>
            {where ? (
              <LinkButton href="/activiteiten" kind="quiet">
                {t("find_all")}
              </LinkButton>
            ) : null}
          </FormActions>
        </Form>
        {where && where.places === null ? <Notice kind="warning">{t("not_a_place")}</Notice> : null}
        <Tabs
          label={t("tabs")}
          items={[
            { href: address("upcoming", asked), word: t("upcoming"), current: when === "upcoming" },
            { href: address("past", asked), word: t("past"), current: when === "past" },
          ]}
        />
        {where?.places ? <p>{t("found_in", { places: where.places })}</p> : null}
        <Found listed={listed} when={when} asked={asked} />
      </Stack>
    </PageBody>
  );
}

function Found({ listed, when, asked }: { listed: ListedActivities; when: "upcoming" | "past"; asked: string | undefined }) {
  const t = activityWords.use();
  const ui = uiWords.use();
  if (listed.activities.length === 0) {
    const next = asked ? { href: "/activiteiten", word: ui("see_all") } : { href: "/leerplekken", word: t("empty_next") };
    return (
      <EmptyState
        icon="calendar-days"
        title={when === "past" ? t("empty_past") : asked ? t("empty_here") : t("empty")}
        action={
          <LinkButton href={next.href} kind="secondary">
            {next.word}
          </LinkButton>
        }
      >
        {t("empty_text")}
      </EmptyState>
    );
  }
  return (
    <>
      <ActivityList activities={listed.activities} across heading="h2" past={when === "past"} />
      <Pages page={listed.page} more={listed.more} address={(to) => address(when, asked, to)} />
    </>
  );
}
