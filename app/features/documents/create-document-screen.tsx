import { GroupChoice } from "~/features/groups/readers-line";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, Form, FormActions, LinkButton, Notice, PageBody, PageHead, Stack, TextArea, TextField } from "~/ui";
import { formatWords } from "./formats/words";
import { LicenceChoice, MayBePublic } from "./editions/licence";
import type { CreateForm } from "./list-documents.server";
import { ReadersChoice } from "./narrowing/readers-choice";
import { TemplateChoice } from "./templates/template-choice";
import { treeWords } from "./tree/words";
import { documentHref, newBeneathHref } from "./views";
import { documentWords } from "./words";

/** Beginning a shared text: a title, what to start from, and what it may become. */
export function CreateDocumentScreen({ form, bundle, refusal }: { form: CreateForm; /** The learning questions that it answers. */ bundle: { id: string; title: string } | null; refusal?: FormRefusal }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const formats = formatWords.use();
  const { summary, errorFor } = useRefusal(refusal, { choices: ["groupId", "template", "readBy", "licence"] });
  const { values } = refusal ?? { values: {} as Record<string, string> };
  const tree = treeWords.use();
  const { under } = form;
  const list = under ? documentHref(under.id) : `/leerplekken/${form.space.slug}/teksten`;
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("title_new")} lead={t("lead_new")} back={<BackLink href={list}>{under ? t("read_page") : t("to_texts")}</BackLink>} />
        {summary}
        <MayBePublic licence={values.licence ?? "CC BY 4.0"} />
        {under ? null : (
          <p>
            <a href={`/teksten/uit-bestand?leerplek=${form.space.slug}`}>{formats("import")}</a>
          </p>
        )}
        {under ? <Notice icon="file-text">{tree("comes_under", { title: under.title })}</Notice> : null}
        {bundle ? <Notice icon="lightbulb">{t("from_bundle", { title: bundle.title })}</Notice> : null}
        <Form action={bundle ? `/teksten/nieuw?bundel=${bundle.id}` : under ? newBeneathHref(under.id) : `/teksten/nieuw?leerplek=${form.space.slug}`} busyWord={ui("busy")} hidden={{ id: values.id ?? form.newId, ...(under ? { parent: under.id } : {}) }}>
          <GroupChoice legend={t("which_group")} groups={form.groups} chosen={values.groupId} error={errorFor("groupId")} />
          <TextField name="title" label={t("title")} hint={t("title_hint")} error={errorFor("title")} defaultValue={values.title ?? bundle?.title} maxLength={limits.titleCharacters} required />
          <TemplateChoice own={form.templates} chosen={values.template ?? form.template} error={errorFor("template")} />
          <TextArea name="text" label={t("first_words")} hint={t("first_words_hint")} optionalWord={ui("optional")} error={errorFor("text")} defaultValue={values.text} maxLength={limits.longTextCharacters} />
          <ReadersChoice chosen={values.readBy ?? form.readBy} error={errorFor("readBy")} />
          <LicenceChoice chosen={values.licence ?? "CC BY 4.0"} error={errorFor("licence")} />
          <FormActions>
            <Button icon="pencil">{t("begin")}</Button>
            <LinkButton href={list} kind="quiet">
              {ui("cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </Stack>
    </PageBody>
  );
}
