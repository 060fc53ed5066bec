import { GroupChoice } from "~/features/groups/readers-line";
import { errorWords } from "~/platform/error-words";
import { useRefusal } from "~/platform/explain-refusal";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, FileField, Form, FormActions, LinkButton, Notice, PageBody, PageHead, Stack, TextField } from "~/ui";
import { LicenceChoice } from "../editions/licence";
import type { CreateForm } from "../list-documents.server";
import { ReadersChoice } from "../narrowing/readers-choice";
import { documentWords } from "../words";
import type { ImportAnswer } from "./import-document.server";
import type { Loss } from "./loss";
import { LossList } from "./loss-list";
import { formatWords } from "./words";

/** Beginning a text with a file of another program; a plain form. */
export function ImportScreen({ form, answer }: { form: CreateForm; answer?: ImportAnswer }) {
  const t = formatWords.use();
  const documents = documentWords.use();
  const ui = uiWords.use();
  const say = errorWords.use();
  const own = (code: string, field?: string) => {
    if (field === "file") return code === "required" ? t("choose_first") : say(code as Parameters<typeof say>[0]);
    return field === "title" && code === "required" ? t("no_title") : undefined;
  };
  const { summary, errorFor } = useRefusal(answer?.refusal, { own, choices: ["groupId", "readBy", "licence"] });
  const values = answer?.values ?? {};
  const list = `/leerplekken/${form.space.slug}/teksten`;
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("import_title")} lead={t("import_lead")} back={<BackLink href={list}>{documents("to_texts")}</BackLink>} />
        {summary}
        <Form action={`/teksten/uit-bestand?leerplek=${form.space.slug}`} encType="multipart/form-data" busyWord={t("import_busy")} hidden={{ id: values.id || form.newId }}>
          <GroupChoice legend={documents("which_group")} groups={form.groups} chosen={values.groupId} error={errorFor("groupId")} />
          <FileField name="file" label={t("import_file")} hint={t("import_file_hint")} accept=".docx,.html,.htm,.md,.markdown,.txt,text/html,text/markdown,text/plain,application/vnd.openxmlformats-officedocument.wordprocessingml.document" error={errorFor("file")} required />
          <TextField name="title" label={documents("title")} hint={t("import_title_hint")} optionalWord={ui("optional")} error={errorFor("title")} defaultValue={values.title} maxLength={limits.titleCharacters} />
          <ReadersChoice chosen={values.readBy ?? "group"} error={errorFor("readBy")} />
          <LicenceChoice chosen={values.licence ?? "CC BY 4.0"} error={errorFor("licence")} />
          <FormActions>
            <Button icon="file-text">{t("import_begin")}</Button>
            <LinkButton href={list} kind="quiet">
              {ui("cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </Stack>
    </PageBody>
  );
}

/** Told once, after a file became a text: what of it could not. */
export function TakenScreen({ title, href, lost }: { title: string; href: string; lost: Loss }) {
  const t = formatWords.use();
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("taken_title")} lead={t("taken_lead")} above={title} />
        <Notice wide kind="warning" title={t("taken_lost")}>
          <LossList lost={lost} />
        </Notice>
        <p>
          <LinkButton href={href} icon="arrow-right">
            {t("to_text")}
          </LinkButton>
        </p>
      </Stack>
    </PageBody>
  );
}
