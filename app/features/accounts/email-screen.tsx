import { uiWords } from "~/platform/ui-words";
import { Button, Disclosure, Form, FormActions, Notice, RadioGroup, Section, Stack, TextField, fieldId } from "~/ui";
import { languages } from "~/platform/language";
import { useAccountRefusal } from "./explain-refusal";
import type { AccountView } from "./read-account.server";
import { CurrentPassword, SettingsPage, type Refused } from "./settings-page";
import { accountWords } from "./words";

export function EmailScreen({ account, refusal }: Refused & { account: AccountView }) {
  const t = accountWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useAccountRefusal(refusal, { email: "newEmail" });
  const removing = refusal?.values.intent === "remove";
  return (
    <SettingsPage title={t("title_email")} lead={t("email_lead")}>
      {summary}
      {account.emailAsked ? <Notice icon="mail">{t("me_email_asked", { email: account.emailAsked })}</Notice> : null}
      <p>{account.email ? t("email_now", { email: account.email }) : t("email_none")}</p>
      <Form action="/ik/e-mail" hidden={{ intent: "set" }} busyWord={ui("busy")}>
        <TextField
          name="email"
          type="email"
          label={t("email_new")}
          hint={t("email_new_hint")}
          error={removing ? undefined : errorFor("email")}
          defaultValue={removing ? undefined : refusal?.values.email}
          autoComplete="email"
          required
        />
        <CurrentPassword id={removing ? "set-password" : undefined} hint={t("email_why_password")} error={removing ? undefined : errorFor("currentPassword")} />
        <FormActions>
          <Button icon="send">{t("email_button")}</Button>
        </FormActions>
      </Form>
      {account.email ? (
        <Disclosure summary={t("email_remove_title")} open={removing}>
          <Stack>
            <p>{t("email_remove_text")}</p>
            <Form action="/ik/e-mail" hidden={{ intent: "remove" }} busyWord={ui("busy")}>
              <CurrentPassword id={removing ? fieldId("currentPassword") : "remove-password"} error={removing ? errorFor("currentPassword") : undefined} />
              <FormActions>
                <Button kind="danger" icon="trash-2">
                  {t("email_remove_button")}
                </Button>
              </FormActions>
            </Form>
          </Stack>
        </Disclosure>
      ) : null}
      <Section id="mail-language" title={t("mail_language")}>
        <Form action="/ik/e-mail" hidden={{ intent: "language" }} busyWord={ui("busy")}>
          <RadioGroup
            name="language"
            legend={t("mail_language_title")}
            defaultValue={account.mailLanguage}
            options={languages.map((language) => ({ value: language, word: t(`language_${language}`) }))}
          />
          <FormActions>
            <Button kind="secondary">{t("save")}</Button>
          </FormActions>
        </Form>
      </Section>
    </SettingsPage>
  );
}
