import { useLanguage } from "~/platform/define-words";
import { accentClass, BackLink, Badge, Card, DateText, EmptyState, LinkButton, Notice, PageBody, PageHead, Section, Stack } from "~/ui";
import { documentHref, proposeHref } from "../views";
import { documentWords } from "../words";
import type { ProposalsPage, ProposalView } from "./read-proposals.server";
import { proposalWords } from "./words";

/** Proposals for a text: those that wait for a decision first. */
export function ProposalsScreen({ page }: { page: ProposalsPage }) {
  const t = proposalWords.use();
  const texts = documentWords.use();
  const { document, place, open, decided, draft, may } = page;
  const begin = may.propose === true ? (
    <LinkButton href={proposeHref(document.id)} icon="pencil" kind={draft ? "primary" : "secondary"}>
      {t(draft ? "draft_continue" : "propose")}
    </LinkButton>
  ) : undefined;
  return (
    <div className={accentClass(place.accent)}>
      <PageBody width="text">
        <Stack space="loose">
          <PageHead title={t("list")} lead={t("list_lead")} above={document.title} back={<BackLink href={documentHref(document.id)}>{texts("read_page")}</BackLink>} actions={begin} />
          {draft ? <Notice icon="pencil">{t("draft_goes_on")}</Notice> : null}
          {open.length + decided.length === 0 ? (
            <EmptyState icon="pencil" title={t("list_empty")}>
              {t("list_empty_text")}
            </EmptyState>
          ) : (
            <Section id="wacht" title={t("list_open")}>
              {open.length > 0 ? <Proposals proposals={open} /> : <p>{t("list_open_none")}</p>}
            </Section>
          )}
          {decided.length > 0 ? (
            <Section id="beslist" title={t("list_decided")}>
              <Proposals proposals={decided} />
            </Section>
          ) : null}
        </Stack>
      </PageBody>
    </div>
  );
}

function Proposals({ proposals }: { proposals: ProposalView[] }) {
  const t = proposalWords.use();
  const language = useLanguage();
  return (
    <ul role="list" className="cards">
      {proposals.map(({ id, href, mine, author, note, at, outcome }) => (
        <li key={id}>
          <Card title={mine ? t("mine") : t("one", { name: author.name })} href={href} above={outcome ? <Badge>{t(outcome)}</Badge> : undefined} meta={<DateText at={at} language={language} />}>
            {note ? `${note.slice(0, 160)}${note.length > 160 ? "…" : ""}` : undefined}
          </Card>
        </li>
      ))}
    </ul>
  );
}
