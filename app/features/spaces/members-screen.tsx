import { errorWords } from "~/platform/error-words";
import { Pages } from "~/platform/pages";
import { uiWords } from "~/platform/ui-words";
import { EmptyState, LinkButton, Notice, PageHead, Person, Section, Stack } from "~/ui";
import type { MembersView } from "./read-members.server";
import { StaffList } from "./staff-list";
import { spaceWords } from "./words";

/** Who takes part: staff with function and organisation for everyone, the others for who takes part themselves. */
export function MembersScreen({ view, reportHref }: { view: MembersView; reportHref: (membershipId: string) => string }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const home = `/leerplekken/${view.slug}`;
  const address = (page: number) => `${home}/wie-doet-mee?pagina=${page}`;
  return (
    <Stack space="sections">
      <PageHead title={ui("nav_space_members")} lead={t("members_lead")} />
      <Section id="ploeg" title={t("team")}>
        {view.team.length > 0 ? <StaffList team={view.team} /> : <p>{t("team_none")}</p>}
      </Section>
      <Section id="deelnemers" title={t("participants", { count: view.total })}>
        {view.mayRead === true ? <People view={view} reportHref={reportHref} /> : <NotShown view={view} />}
        {view.mayRead === true ? <Pages page={view.page} more={view.page < view.pages} address={address} /> : null}
      </Section>
      {view.takesPart ? <Notice>{t("members_privacy")}</Notice> : null}
    </Stack>
  );
}

function People({ view, reportHref }: { view: MembersView; reportHref: (membershipId: string) => string }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  if (view.members.length === 0) {
    return (
      <EmptyState icon="users-round" title={t("participants_none")}>
        {t("participants_none_text")}
      </EmptyState>
    );
  }
  return (
    <ul role="list" className="grid grid--three">
      {view.members.map((one) => (
        <li key={one.id}>
          <Person name={one.shownName}>
            {one.mine ? (
              <a href={`/leerplekken/${view.slug}/mijn-naam`}>{t("that_is_you")}</a>
            ) : view.mayHelp ? (
              <a href={`/leerplekken/${view.slug}/leden/${one.id}`}>
                {t("help_member")}
                <span className="visually-hidden"> {one.shownName}</span>
              </a>
            ) : (
              <a href={reportHref(one.id)}>
                {ui("report")}
                <span className="visually-hidden">: {one.shownName}</span>
              </a>
            )}
          </Person>
        </li>
      ))}
    </ul>
  );
}

function NotShown({ view }: { view: MembersView }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const say = errorWords.use();
  if (view.mayRead === true) return null;
  return (
    <EmptyState
      icon="lock"
      title={t("participants_hidden")}
      action={
        view.mayRead === "sign_in" ? (
          <LinkButton href={`/aanmelden?next=/leerplekken/${view.slug}/wie-doet-mee`} icon="log-in">
            {ui("nav_sign_in")}
          </LinkButton>
        ) : view.mayRead === "join_space" ? (
          <LinkButton href={`/leerplekken/${view.slug}/doe-mee`} icon="plus">
            {ui("join")}
          </LinkButton>
        ) : undefined
      }
    >
      {say(view.mayRead)}
    </EmptyState>
  );
}
