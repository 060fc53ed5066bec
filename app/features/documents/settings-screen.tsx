import { ReadersLine } from "~/features/groups/readers-line";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, Form, FormActions, LinkButton, PageBody, PageHead, Stack, TextField } from "~/ui";
import { UseFields } from "./library/use-fields";
import { LicenceChoice } from "./editions/licence";
import type { SettingsPage } from "./versions/read-versions.server";
import { TemplateSection } from "./templates/template-section";
import { TrashAction } from "./trash/trash-screen";
import { documentHref } from "./views";
import { documentWords } from "./words";

/** Title and licence of a text. */
export function SettingsScreen({ page, refusal }: { page: SettingsPage; refusal?: FormRefusal }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal, { choices: ["licence"] });
  const { values } = refusal ?? { values: {} as Record<string, string> };
  const { document, readers } = page;
  const href = documentHref(document.id);
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("title_settings")} back={<BackLink href={href}>{t("read_page")}</BackLink>} />
        {summary}
        <Form action={`${href}/aanpassen`} busyWord={ui("busy")} hidden={{ rev: values.rev ?? String(document.rev) }}>
          <ReadersLine readers={readers} />
          <TextField name="title" label={t("title")} error={errorFor("title")} defaultValue={values.title ?? document.title} maxLength={limits.titleCharacters} required />
          <UseFields document={document} values={values} errorFor={errorFor} />
          <LicenceChoice chosen={values.licence ?? document.licence} allowed={page.licences} error={errorFor("licence")} />
          <FormActions>
            <Button icon="check">{ui("save")}</Button>
            <LinkButton href={href} kind="quiet">
              {ui("cancel")}
            </LinkButton>
          </FormActions>
        </Form>
        <TemplateSection page={page} />
        {page.may.trash === true ? <TrashAction id={document.id} published={page.published} /> : null}
      </Stack>
    </PageBody>
  );
}
