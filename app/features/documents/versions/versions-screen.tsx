import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, ConfirmAction, DateText, EmptyState, Form, FormActions, formatMoment, LinkButton, PageBody, PageHead, Section, Stack, TextField } from "~/ui";
import { CompareForm } from "../compare/compare-form";
import { ContentView } from "../content-view";
import type { VersionsPage } from "./read-versions.server";
import { sinceWords } from "../since/words";
import { comparisonHref, documentHref, sinceHref, type RevisionView } from "../views";
import { documentWords } from "../words";

/** Old versions of a text: look at one, bring it back, keep the present one. */
export function VersionsScreen({ page, refusal }: { page: VersionsPage; refusal?: FormRefusal }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const since = sinceWords.use();
  const { summary, errorFor } = useRefusal(refusal);
  const { document, versions, shown, may } = page;
  const href = documentHref(document.id);
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("title_versions")} lead={t("lead_versions")} back={<BackLink href={href}>{t("read_page")}</BackLink>} above={document.title} />
        {summary}
        {may.lookBack ? (
          <p>
            <a href={sinceHref(document.id)}>{since("link")}</a>
          </p>
        ) : null}
        {shown ? <Shown page={page} shown={shown} /> : null}
        {versions.length === 0 ? (
          <EmptyState icon="history" title={t("versions_empty")}>
            {t("versions_empty_text")}
          </EmptyState>
        ) : (
          <Section id="lijst" title={t("versions")}>
            <Stack as="ol">
              {versions.map((version) => (
                <li key={version.id}>
                  <Version version={version} href={`${href}/versies?versie=${version.id}`} changes={comparisonHref(document.id, version.id)} />
                </li>
              ))}
            </Stack>
          </Section>
        )}
        {versions.length > 1 ? <CompareForm documentId={document.id} versions={versions} /> : null}
        {may.write === true ? (
          <Section id="bewaren" title={t("version_keep")}>
            <Form action={`${href}/versies`} busyWord={ui("busy")} hidden={{ intent: "keep" }}>
              <TextField name="name" label={t("version_name")} hint={t("version_name_hint")} error={errorFor("name")} defaultValue={refusal?.values.name} maxLength={limits.nameCharacters} required />
              <FormActions>
                <Button icon="history" kind="secondary">
                  {t("version_keep")}
                </Button>
              </FormActions>
            </Form>
          </Section>
        ) : null}
      </Stack>
    </PageBody>
  );
}

function Shown({ page, shown }: { page: VersionsPage; shown: NonNullable<VersionsPage["shown"]> }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const href = documentHref(page.document.id);
  return (
    <Section id="versie" title={t("version_shown", { moment: formatMoment(new Date(shown.version.at), { language }) })}>
      <Stack space="loose">
        <div className="card">
          <ContentView content={shown.content} people={shown.people} pictures={shown.pictures} />
        </div>
        {page.may.write === true ? (
          <ConfirmAction
            word={t("version_restore")}
            question={t("version_restore_question")}
            confirmWord={t("version_restore")}
            cancelWord={ui("cancel")}
            action={`${href}/versies`}
            hidden={{ intent: "restore", revision: shown.version.id, push: page.newPush }}
          >
            {t("version_restore_text")}
          </ConfirmAction>
        ) : null}
      </Stack>
    </Section>
  );
}

function Version({ version, href, changes }: { version: RevisionView; href: string; changes: string }) {
  const t = documentWords.use();
  const language = useLanguage();
  const name = version.by?.name ?? "";
  const how = version.kind === "named" || version.kind === "before_proposal" ? t(`version_${version.kind}`, { name }) : t(`version_${version.kind}`);
  const { writers } = version;
  const names = writers.names.join(", ");
  return (
    <div className="cluster cluster--between">
      <div>
        <strong>{version.name ?? <DateText at={version.at} language={language} />}</strong>
        <p className="soft">
          {how}
          {version.name ? (
            <>
              {" · "}
              <DateText at={version.at} language={language} />
            </>
          ) : null}
        </p>
        {writers.names.length > 0 ? <p className="soft">{writers.more > 0 ? t("version_writers_more", { names, count: writers.more }) : t("version_writers", { names, count: writers.names.length })}</p> : null}
      </div>
      <div className="cluster">
        <LinkButton href={href} kind="quiet" small icon="eye">
          {t("version_show")}
        </LinkButton>
        <LinkButton href={changes} kind="quiet" small icon="history">
          {t("version_changes")}
        </LinkButton>
      </div>
    </div>
  );
}
