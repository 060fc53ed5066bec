import { uiWords } from "~/platform/ui-words";
import { Button, Form, FormActions } from "~/ui";
import { useAccountRefusal } from "./explain-refusal";
import { PasswordChoice } from "./password-choice";
import { CurrentPassword, SettingsPage, type Refused } from "./settings-page";
import { accountWords } from "./words";

export function PasswordScreen({ proposed, values, refusal }: Refused & { proposed: string; values: Record<string, string> }) {
  const t = accountWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useAccountRefusal(refusal);
  return (
    <SettingsPage title={t("title_password")}>
      {summary}
      <Form action="/ik/wachtwoord" busyWord={ui("busy")}>
        <button type="submit" hidden />
        <CurrentPassword error={errorFor("currentPassword")} />
        <PasswordChoice proposed={proposed} chosen={values.choice} errorFor={errorFor} />
        <FormActions>
          <Button icon="check">{t("change_password_button")}</Button>
        </FormActions>
      </Form>
    </SettingsPage>
  );
}
