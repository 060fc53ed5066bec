import { BackLink, Button, Card, CardList, EmptyState, Form, Grid, Hero, LinkButton, Notice, PageBody, PageHead, Section, Stack, TextField, ThemeCard } from "~/ui";
import type { FoundSpaces, SpaceInShort } from "./find-spaces.server";
import { SpaceCard } from "./space-card";
import { spaceWords } from "./words";

const address = (asked: { place?: string; theme?: string }) => {
  const query = new URLSearchParams();
  if (asked.place) query.set("waar", asked.place);
  if (asked.theme) query.set("thema", asked.theme);
  return `/leerplekken${query.size > 0 ? `?${query.toString()}` : ""}`;
};

/** All leerplekken, by theme and by where somebody lives. */
export function FindScreen({ found }: { found: FoundSpaces }) {
  const t = spaceWords.use();
  const { theme, themes, place, typed } = found;
  const asked = theme !== null || typed !== "";
  const search = (
    <Form method="get" action="/leerplekken">
      {theme ? <input type="hidden" name="thema" value={theme.key} /> : null}
      <TextField name="waar" label={t("where")} hint={t("where_hint")} defaultValue={typed} suggestions={found.suggestions} autoComplete="off" maxLength={80} />
      <Button icon="search">{t("where_button")}</Button>
    </Form>
  );
  return (
    <>
      {asked ? null : (
        <Hero title={t("find_title")} lead={t("find_lead")}>
          <div className="hero__panel">{search}</div>
        </Hero>
      )}
      <PageBody>
        <Stack space="sections">
          {asked ? (
            <Stack>
              <PageHead title={theme ? t("find_title_theme", { theme: theme.name }) : t("find_title")} lead={theme?.description} back={<BackLink href="/leerplekken">{t("all")}</BackLink>} />
              <Card soft heading="p">
                {search}
              </Card>
            </Stack>
          ) : null}
          <Results found={found} />
          <Section id="themas" title={t("themes")} more={theme ? <a href={address({ place: typed })}>{t("themes_all")}</a> : undefined}>
            <Grid columns="four" as="ul">
              {themes
                .filter((one) => one.key !== theme?.key)
                .map((one) => (
                  <li key={one.key}>
                    <ThemeCard
                      accent={one.accent}
                      icon={one.icon}
                      name={one.name}
                      text={one.description}
                      href={address({ theme: one.key, place: place.kind === "found" ? typed : undefined })}
                      count={t("count", { count: one.spaces })}
                    />
                  </li>
                ))}
            </Grid>
          </Section>
          <Many id="afgesloten" title={t("closed_spaces")} spaces={found.closed} />
        </Stack>
      </PageBody>
    </>
  );
}

function Results({ found }: { found: FoundSpaces }) {
  const t = spaceWords.use();
  const { place, typed, here, elsewhere, theme } = found;
  const all = theme ? t("all_of_theme", { theme: theme.name }) : t("all");
  if (place.kind === "found") {
    return (
      <>
        <Section id="hier" title={t("here", { place: place.label })}>
          {here.length > 0 ? (
            <Cards spaces={here} />
          ) : (
            <EmptyState icon="map-pin" title={t("none_here", { place: place.label })} action={<LinkButton href="/hulp" icon="life-buoy" kind="secondary">{t("none_here_action")}</LinkButton>}>
              {t("none_here_text")}
            </EmptyState>
          )}
        </Section>
        <Many id="elders" title={t("elsewhere")} spaces={elsewhere} />
      </>
    );
  }
  return (
    <>
      {place.kind === "choose" ? (
        <Notice flash title={t("which_place", { place: typed })}>
          <ul>
            {place.choices.map((choice) => (
              <li key={choice.value}>
                <a href={address({ place: choice.value, theme: theme?.key })}>{choice.label}</a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {place.kind === "none" && typed ? (
        <Notice flash kind="warning" title={t("unknown_place", { place: typed })}>
          {t("unknown_place_text")}
        </Notice>
      ) : null}
      <Section id="alle" title={all}>
        {here.length > 0 ? (
          <Cards spaces={here} />
        ) : (
          <EmptyState icon="sprout" title={t("none")}>
            {t("none_text")}
          </EmptyState>
        )}
      </Section>
    </>
  );
}

function Many({ id, title, spaces }: { id: string; title: string; spaces: SpaceInShort[] }) {
  if (spaces.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <Cards spaces={spaces} />
    </Section>
  );
}

function Cards({ spaces }: { spaces: SpaceInShort[] }) {
  return (
    <CardList>
      {spaces.map((space) => (
        <SpaceCard key={space.slug} space={space} />
      ))}
    </CardList>
  );
}
