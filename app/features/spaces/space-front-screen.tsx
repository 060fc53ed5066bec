import type { ReactNode } from "react";
import { useLanguage } from "~/platform/define-words";
import { uiWords } from "~/platform/ui-words";
import { Columns, DateText, Facts, LinkButton, Notice, PlainText, Prose, Section, Stack } from "~/ui";
import type { SpaceFrontView } from "./read-space-front.server";
import { feedPath } from "./feed-path";
import { RuleList } from "./rule-list";
import { StaffList } from "./staff-list";
import { spaceWords } from "./words";

export interface SpaceFrontScreenProps {
  front: SpaceFrontView;
  /** The groups, drawn by their own feature. */
  groups: ReactNode;
  /** What comes soon and what is talked about, each drawn by its own feature. */
  soon?: ReactNode;
  children?: ReactNode;
  /** Where "Niet oké? Zeg het ons" leads. */
  reportHref: string;
}

/** The front of a leerplek: what it is, for whom, what is going on, who answers for it and how to reach them. */
export function SpaceFrontScreen({ front, groups, soon, children, reportHref }: SpaceFrontScreenProps) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  return (
    <Stack space="sections">
      <Standing front={front} />
      <Columns asideLabel={t("about")} aside={
        <Stack space="loose">
          {soon}
          <Responsible front={front} />
        </Stack>
      }>
        <Stack space="sections">
          <Section id="waarover" title={t("what_title")}>
            <Stack>
              <PlainText text={front.summary} />
              <Facts
                items={[
                  { term: t("for_where"), icon: "map-pin", value: front.areas.length > 0 ? front.areas.join(", ") : t("whole_region") },
                  { term: t("who_reads"), icon: "eye", value: t(`reads_${front.visibility}`) },
                  { term: t("how_join"), icon: "log-in", value: t(`join_${front.joining}`) },
                  { term: t("how_many"), icon: "users-round", value: t("members", { count: front.members }) },
                ]}
              />
            </Stack>
          </Section>
          {children}
          {groups}
          <Section id="afspraken" title={t("house_rules")} more={<a href="/afspraken">{t("house_rules_more")}</a>}>
            <Stack>
              <RuleList rules={front.houseRules} />
              <p>
                <a href={`/leerplekken/${front.slug}/cijfers`}>{t("house_rules_figures")}</a>
              </p>
            </Stack>
          </Section>
        </Stack>
      </Columns>
      {front.may.follow ? (
        <p>
          <a href={feedPath(front.slug)}>{t("feed_link")}</a>. <span className="soft">{t("feed_hint")}</span>
        </p>
      ) : null}
      <p>
        <a href={reportHref}>{ui("report")}</a>
      </p>
    </Stack>
  );
}

/** Says it when the leerplek is not simply open. */
function Standing({ front }: { front: SpaceFrontView }) {
  const t = spaceWords.use();
  const language = useLanguage();
  if (front.status === "draft") {
    return (
      <Notice title={t("draft_title")} wide>
        <Stack space="tight">
          <p>{t("draft_text")}</p>
          {front.may.run ? (
            <p>
              <LinkButton href={`/leerplekken/${front.slug}/beheer`} icon="settings-2" small>
                {t("draft_action")}
              </LinkButton>
            </p>
          ) : null}
        </Stack>
      </Notice>
    );
  }
  if (front.status === "paused") return <Notice kind="warning" title={t("paused_title")} wide>{t("paused_text")}</Notice>;
  if (front.status === "closed") {
    return (
      <Notice title={t("closed_title")} wide icon="lock">
        <p>
          {front.closedAt ? (
            <>
              {t("closed_since")} <DateText at={front.closedAt} language={language} dayOnly />.{" "}
            </>
          ) : null}
          {t("closed_text")}
        </p>
      </Notice>
    );
  }
  return null;
}

function Responsible({ front }: { front: SpaceFrontView }) {
  const t = spaceWords.use();
  const { contact } = front;
  return (
    <Stack space="loose">
      <Section id="verantwoordelijk" title={t("responsible")}>
        <Stack>
          <p>{t("responsible_text", { name: contact.name })}</p>
          <Facts
            items={[
              { term: t("phone"), icon: "phone", value: <a href={`tel:${contact.phone.replace(/[^\d+]/g, "")}`}>{contact.phone}</a> },
              ...(contact.email ? [{ term: t("email"), icon: "mail" as const, value: <a href={`mailto:${contact.email}`}>{contact.email}</a> }] : []),
              { term: t("data_protection"), icon: "shield-check", value: contact.dataProtection },
            ]}
          />
        </Stack>
      </Section>
      <Section id="organisaties" title={t("organisations")}>
        <Prose>
          <ul>
            {front.organisations.map((one) => (
              <li key={one.id}>
                <a href={`/organisaties/${one.id}`}>{one.name}</a>
                {one.lead && front.organisations.length > 1 ? <span className="soft"> ({t("lead")})</span> : null}
              </li>
            ))}
          </ul>
        </Prose>
      </Section>
      {front.team.length > 0 ? (
        <Section id="ploeg" title={t("team")}>
          <StaffList team={front.team} />
        </Section>
      ) : null}
    </Stack>
  );
}
