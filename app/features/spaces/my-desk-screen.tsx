import type { ReactNode } from "react";
import { uiWords } from "~/platform/ui-words";
import { Badge, Card, CardList, EmptyState, Grid, LinkButton, PageBody, PageHead, Section, Stack } from "~/ui";
import type { MyDeskView } from "./read-my-desk.server";
import { spaceWords } from "./words";

/** "Beheer": everything the reader runs. `waiting` is what asks for an answer, drawn by the features it comes from. */
export function MyDeskScreen({ desk, waiting }: { desk: MyDeskView; waiting?: ReactNode }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const start = desk.mayStart ? (
    <LinkButton href="/leerplekken/nieuw" icon="plus">
      {t("start_title")}
    </LinkButton>
  ) : undefined;
  return (
    <PageBody>
      <Stack space="sections">
        <PageHead title={ui("nav_desk")} lead={t("desk_lead")} actions={start} />
        {waiting}
        <Section id="leerplekken" title={t("desk_spaces")}>
          {desk.spaces.length === 0 ? (
            <EmptyState icon="sprout" title={t("desk_spaces_none")} action={start}>
              {desk.mayStart ? t("desk_spaces_none_start") : t("desk_spaces_none_text")}
            </EmptyState>
          ) : (
            <CardList>
              {desk.spaces.map((space) => (
                <Card
                  key={space.slug}
                  title={space.name}
                  href={`/leerplekken/${space.slug}/beheer`}
                  above={
                    <Badge kind={space.status === "open" ? "good" : space.status === "closed" ? "plain" : "wait"}>{ui(`state_${space.status}`)}</Badge>
                  }
                >
                  {t("desk_you_are", { roles: space.roles.map((role) => t(`role_${role}`)).join(", ") })}
                </Card>
              ))}
            </CardList>
          )}
        </Section>
        {desk.organisations.length > 0 ? (
          <Section id="organisaties" title={t("desk_organisations")}>
            <CardList>
              {desk.organisations.map((one) => (
                <Card
                  key={one.id}
                  title={one.name}
                  href={`/organisaties/${one.id}`}
                  above={one.invitations > 0 ? <Badge kind="wait">{t("desk_invitations", { count: one.invitations })}</Badge> : undefined}
                >
                  {t("desk_organisation_text")}
                </Card>
              ))}
            </CardList>
          </Section>
        ) : null}
        {desk.installation.includes("administrator") ? (
          <Section id="installatie" title={t("desk_installation")}>
            <Grid columns="two" as="ul">
              <li>
                <Card title={t("organisations_title")} href="/beheer/installatie/organisaties">
                  {t("organisations_lead")}
                </Card>
              </li>
              <li>
                <Card title={t("installation_roles_title")} href="/beheer/installatie/taken">
                  {t("installation_roles_lead")}
                </Card>
              </li>
            </Grid>
          </Section>
        ) : null}
      </Stack>
    </PageBody>
  );
}
