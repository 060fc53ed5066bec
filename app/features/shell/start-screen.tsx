import { useNewWords } from "~/features/discussions/reading/new-words";
import { SpaceCard } from "~/features/spaces/space-card";
import { useLanguage } from "~/platform/define-words";
import { uiWords } from "~/platform/ui-words";
import { ActivityCard, Badge, Button, Card, CardList, Cluster, EmptyState, Form, Grid, Hero, LinkButton, PageBody, PageHead, Section, Stack, TextField, ThemeCard, formatLeaf, formatSpan } from "~/ui";
import type { StartView } from "./read-start.server";
import { shellWords } from "./words";

/** "Start": for a visitor the welcome, for a member what is new for them. */
export function StartScreen({ start, installation }: { start: StartView; installation: string }) {
  return start.mine ? <MemberStart start={start} mine={start.mine} /> : <VisitorStart start={start} installation={installation} />;
}

function VisitorStart({ start, installation }: { start: StartView; installation: string }) {
  const t = shellWords.use();
  return (
    <>
      <Hero title={t("hero_title")} lead={t("hero_text", { name: installation })}>
        <div className="hero__panel">
          <Form method="get" action="/leerplekken">
            <TextField name="waar" label={t("find_label")} hint={t("find_hint")} suggestions={start.suggestions} autoComplete="off" maxLength={80} />
            <Cluster>
              <Button icon="search">{t("find_button")}</Button>
              <LinkButton href="/leervragen/nieuw" kind="secondary" icon="lightbulb">
                {t("hero_ask")}
              </LinkButton>
            </Cluster>
          </Form>
        </div>
      </Hero>
      <PageBody>
        <Stack space="sections">
          <Section id="themas" title={t("themes")}>
            <Themes start={start} />
          </Section>
          <Section id="zo-werkt-het" title={t("how_title")}>
            <Grid columns="four" as="ol">
              {(["how_read", "how_join", "how_ask", "how_together"] as const).map((step) => (
                <li key={step}>
                  <Card soft>{t(step)}</Card>
                </li>
              ))}
            </Grid>
          </Section>
          {start.spaces.length > 0 ? (
            <Section id="leerplekken" title={t("spaces_open")} more={<a href="/leerplekken">{t("all_spaces")}</a>}>
              <CardList>
                {start.spaces.map((space) => (
                  <SpaceCard key={space.slug} space={space} />
                ))}
              </CardList>
            </Section>
          ) : null}
          <Upcoming activities={start.upcoming} />
        </Stack>
      </PageBody>
    </>
  );
}

function MemberStart({ start, mine }: { start: StartView; mine: NonNullable<StartView["mine"]> }) {
  const t = shellWords.use();
  const ui = uiWords.use();
  const newWords = useNewWords();
  const waiting = mine.notices + mine.cases > 0;
  return (
    <PageBody>
      <Stack space="sections">
        <PageHead
          title={t("hello", { name: mine.name })}
          actions={
            <LinkButton href="/leervragen/nieuw" icon="lightbulb">
              {ui("what_to_learn")}
            </LinkButton>
          }
        />
        {waiting ? (
          <Section id="wacht" title={t("waiting_title")}>
            <Cluster>
              {mine.notices > 0 ? (
                <LinkButton href="/berichten" kind="secondary" icon="bell">
                  {ui("nav_inbox_count", { count: mine.notices })}
                </LinkButton>
              ) : null}
              {mine.cases > 0 ? (
                <LinkButton href="/beheer/meldingen" kind="secondary" icon="flag">
                  {t("waiting_cases", { count: mine.cases })}
                </LinkButton>
              ) : null}
            </Cluster>
          </Section>
        ) : null}
        <Section id="nieuw" title={t("new_title")} more={<a href="/gesprekken">{t("all_conversations")}</a>}>
          {mine.conversations.length > 0 ? (
            <CardList>
              {mine.conversations.map((one) => (
                <Card key={one.id} unread title={one.title} href={one.href} meta={<span>{one.group}</span>} above={one.since ? <Badge kind="accent">{newWords(one.unread, one.since)}</Badge> : null} />
              ))}
            </CardList>
          ) : (
            <EmptyState icon="check" title={t("new_none")} action={<LinkButton href="/gesprekken" kind="secondary">{t("all_conversations")}</LinkButton>}>
              {t("new_none_next")}
            </EmptyState>
          )}
        </Section>
        <Section id="mijn-leerplekken" title={t("my_spaces")} more={<a href="/leerplekken">{t("all_spaces")}</a>}>
          {mine.spaces.length > 0 ? (
            <CardList>
              {mine.spaces.map((space) => (
                <SpaceCard key={space.slug} space={space} />
              ))}
            </CardList>
          ) : (
            <EmptyState icon="sprout" title={t("my_spaces_none")} action={<LinkButton href="/leerplekken">{t("hero_find")}</LinkButton>}>
              {t("my_spaces_none_next")}
            </EmptyState>
          )}
        </Section>
        <Upcoming activities={mine.activities.length > 0 ? mine.activities : start.upcoming} />
      </Stack>
    </PageBody>
  );
}

function Themes({ start }: { start: StartView }) {
  const ui = uiWords.use();
  return (
    <Grid columns="four" as="ul">
      {start.themes.map((theme) => (
        <li key={theme.key}>
          <ThemeCard accent={theme.accent} icon={theme.icon} name={theme.name} text={theme.description} href={`/leerplekken?thema=${theme.key}`} count={ui("thing_space", { count: theme.spaces })} />
        </li>
      ))}
    </Grid>
  );
}

function Upcoming({ activities }: { activities: StartView["upcoming"] }) {
  const t = shellWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  if (activities.length === 0) return null;
  return (
    <Section id="binnenkort" title={t("upcoming")} more={<a href="/activiteiten">{ui("nav_activities")}</a>}>
      <CardList>
        {activities.map((one) => (
          <ActivityCard
            key={one.id}
            title={one.title}
            href={one.href}
            accent={one.accent}
            leaf={formatLeaf(new Date(one.startsAt), language)}
            when={formatSpan(new Date(one.startsAt), new Date(one.endsAt), { language })}
            place={one.municipality ? `${one.place}, ${one.municipality}` : one.place}
          />
        ))}
      </CardList>
    </Section>
  );
}
