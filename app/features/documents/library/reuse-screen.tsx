import { useReadersWords } from "~/features/groups/readers-line";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, EmptyState, fieldId, Form, FormActions, LinkButton, PageBody, PageHead, RadioGroup, Stack, TextField } from "~/ui";
import { MayBePublic } from "../editions/licence";
import { documentWords } from "../words";
import type { ReuseForm } from "./read-reuse.server";
import { libraryWords } from "./words";

/** Beginning a text with learning material, in a group of any leerplek. */
export function ReuseScreen({ form, refusal }: { form: ReuseForm; refusal?: FormRefusal }) {
  const t = libraryWords.use();
  const documents = documentWords.use();
  const ui = uiWords.use();
  const readers = useReadersWords();
  const { summary, errorFor } = useRefusal(refusal, { choices: ["groupId"] });
  const { values } = refusal ?? { values: {} as Record<string, string> };
  const { edition, groups, newId } = form;
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("reuse_title")} lead={t("reuse_lead")} above={edition.title} back={<BackLink href={edition.href}>{t("compare_back")}</BackLink>} />
        {summary}
        {groups.length === 0 ? (
          <EmptyState
            icon="users-round"
            title={t("reuse_nowhere")}
            action={
              <LinkButton href="/leerplekken" kind="secondary">
                {t("all_spaces")}
              </LinkButton>
            }
          >
            {t("reuse_nowhere_text")}
          </EmptyState>
        ) : (
          <>
            <MayBePublic licence={edition.licence} />
            {edition.pictures ? <p>{t("reuse_pictures")}</p> : null}
            <Form action={`${edition.href}/hergebruiken`} busyWord={ui("busy")} hidden={{ id: values.id ?? newId, fromEdition: edition.id, licence: edition.licence }}>
              <RadioGroup
                name="groupId"
                id={fieldId("groupId")}
                legend={t("reuse_which")}
                error={errorFor("groupId")}
                defaultValue={values.groupId ?? (groups.length === 1 ? groups[0]!.id : undefined)}
                options={groups.map((group) => ({ value: group.id, word: `${group.name} · ${group.space}`, hint: `${ui("who_reads")} ${readers(group.readers)}` }))}
                required
              />
              <TextField name="title" label={documents("title")} error={errorFor("title")} defaultValue={values.title ?? edition.title} maxLength={limits.titleCharacters} required />
              <FormActions>
                <Button icon="pencil">{t("reuse_begin")}</Button>
              </FormActions>
            </Form>
          </>
        )}
      </Stack>
    </PageBody>
  );
}
