import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, Choice, Disclosure, Fieldset, Form, FormActions, Notice, PageBody, PageHead, Stack, TextArea, TextField } from "~/ui";
import type { StudyFormView } from "./read-studies.server";
import { researchWords } from "./words";

export interface StudyFormScreenProps {
  form: StudyFormView;
  /** Id of the study that is started. */
  id: string;
  refusal?: FormRefusal;
}

/** Starting or changing a study: what residents will read, and what is asked for. */
export function StudyFormScreen({ form, id, refusal }: StudyFormScreenProps) {
  const t = researchWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal, { choices: ["fields", "spaces"] });
  const { now } = form;
  const action = now ? `/beheer/studies/${now.slug}/aanpassen` : "/beheer/studies/nieuw";
  const kept = (name: "title" | "purpose" | "investigator" | "institution" | "legalBasis" | "ethicsReference" | "recipients" | "sheet" | "periodFrom" | "periodTo" | "retentionEnd") => ({
    name,
    error: errorFor(name),
    defaultValue: refusal ? (refusal.values[name] ?? "") : (now?.[name] ?? ""),
  });
  const chosen = (name: "fields" | "spaces") => new Set(refusal ? (refusal.values[name] ?? "").split("\n") : (now?.[name] ?? []));
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead back={<BackLink href={now ? `/beheer/studies/${now.slug}` : "/beheer/studies"}>{now ? now.title : t("desk_back")}</BackLink>} title={t(now ? "form_change_title" : "form_new_title")} lead={t("form_lead")} />
        {summary}
        {now?.state === "open" ? <Notice kind="warning">{t("form_open_warning")}</Notice> : null}
        <Form action={action} hidden={now ? { study: now.id, rev: String(now.rev) } : { id }} busyWord={ui("busy")}>
          <TextField {...kept("title")} label={t("form_title")} maxLength={150} required />
          <TextArea {...kept("purpose")} label={t("form_purpose")} hint={t("form_purpose_hint")} maxLength={2_000} required />
          <TextField {...kept("investigator")} label={t("investigator")} maxLength={120} required />
          <TextField {...kept("institution")} label={t("institution")} maxLength={120} required />
          <TextField {...kept("legalBasis")} label={t("legal_basis")} maxLength={300} required />
          <TextField {...kept("ethicsReference")} label={t("ethics_reference")} optionalWord={ui("optional")} maxLength={120} />
          <TextArea {...kept("recipients")} label={t("recipients")} hint={t("form_recipients_hint")} maxLength={2_000} required />
          <TextField {...kept("periodFrom")} type="date" size="short" label={t("form_period_from")} required />
          <TextField {...kept("periodTo")} type="date" size="short" label={t("form_period_to")} required />
          <TextField {...kept("retentionEnd")} type="date" size="short" label={t("form_retention_end")} required />
          <TextArea {...kept("sheet")} label={t("form_sheet")} hint={t("form_sheet_hint")} maxLength={10_000} rows={10} required />
          <Fieldset id="field-spaces" legend={t("form_spaces")} hint={t("form_spaces_hint")} error={errorFor("spaces")}>
            <div className="choices">
              {form.spaces.map((space, index) => (
                <Choice key={space.id} id={`field-spaces-${index}`} type="checkbox" name="spaces[]" value={space.id} word={space.name} defaultChecked={chosen("spaces").has(space.id)} />
              ))}
            </div>
          </Fieldset>
          <Fieldset id="field-fields" legend={t("form_fields")} hint={t("form_fields_hint")} error={errorFor("fields")}>
            <FieldChoices form={form} chosen={chosen("fields")} />
          </Fieldset>
          <FormActions>
            <Button icon="check">{t("form_start")}</Button>
          </FormActions>
        </Form>
      </Stack>
    </PageBody>
  );
}

function FieldChoices({ form, chosen }: { form: StudyFormView; chosen: Set<string> }) {
  const t = researchWords.use();
  const language = useLanguage() === "en" ? "en" : "nl";
  const indexed = form.catalogue.map((field, index) => ({ ...field, index }));
  const groups = [{ name: null as string | null, title: t("fields_every_row") }, ...form.types.map((type) => ({ name: type.name as string | null, title: type.label[language] }))];
  return (
    <Stack>
      {groups
        .map((group) => ({ ...group, fields: indexed.filter((field) => field.type === group.name) }))
        .filter((group) => group.fields.length > 0)
        .map((group) => (
          <Disclosure key={group.title} summary={group.title} open={group.name === null || group.fields.some((field) => chosen.has(field.key))}>
            <div className="choices">
              {group.fields.map((field) => (
                <Choice key={field.key} id={`field-fields-${field.index}`} type="checkbox" name="fields[]" value={field.key} word={field.label[language]} defaultChecked={chosen.has(field.key)} />
              ))}
            </div>
          </Disclosure>
        ))}
    </Stack>
  );
}
