import { uiWords } from "~/platform/ui-words";
import { Button, Form, FormActions, Notice, TextField } from "~/ui";
import { useAccountRefusal } from "./explain-refusal";
import { SettingsPage, type Refused } from "./settings-page";
import { accountWords } from "./words";

export function NameScreen({ name, refusal }: Refused & { name: string }) {
  const t = accountWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useAccountRefusal(refusal);
  return (
    <SettingsPage title={t("title_name")} lead={t("name_page_lead")}>
      {summary}
      <Form action="/ik/naam" busyWord={ui("busy")}>
        <TextField name="name" label={t("your_name")} error={errorFor("name")} defaultValue={refusal?.values.name ?? name} autoComplete="nickname" required />
        <FormActions>
          <Button icon="check">{t("save")}</Button>
        </FormActions>
      </Form>
      <Notice>{t("name_page_where")}</Notice>
    </SettingsPage>
  );
}
