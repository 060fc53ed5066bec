import type { Code } from "~/platform/codes";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, Form, FormActions, LinkButton, Notice, PageBody, PageHead, Stack, TextField, fieldId } from "~/ui";
import { useAccountRefusal } from "./explain-refusal";
import { withPlainPassword } from "./form-values";
import { PasswordChoice } from "./password-choice";
import { accountWords } from "./words";

export interface ResetScreenProps {
  /** Path and query of this page. */
  here: string;
  /** Came by the link in the mail; else with a code on paper. */
  link: boolean;
  /** Why that link does not work. */
  broken: Code | null;
  proposed: string;
  /** Passwords can be read while typing. */
  shown: boolean;
  values: Record<string, string>;
  refusal?: FormRefusal;
}

export function ResetScreen({ here, link, broken, proposed, shown, values, refusal }: ResetScreenProps) {
  const t = accountWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useAccountRefusal(refusal, { name: "signInName" });
  const head = (lead?: string) => <PageHead title={t("title_reset")} lead={lead} back={<BackLink href="/wachtwoord-vergeten">{t("title_forgot")}</BackLink>} />;
  if (broken) {
    return (
      <PageBody width="text">
        <Stack space="loose">
          {head()}
          <Notice kind="warning">{t("link_broken")}</Notice>
          <p>
            <LinkButton href="/wachtwoord-vergeten">{t("title_forgot")}</LinkButton>
          </p>
        </Stack>
      </PageBody>
    );
  }
  return (
    <PageBody width="text">
      <Stack space="loose">
        {head(link ? t("reset_mail_lead") : t("reset_paper_lead"))}
        {summary}
        <Form action={here} busyWord={ui("busy")}>
          <button type="submit" hidden />
          {link ? null : (
            <>
              <TextField
                name="name"
                label={t("sign_in_name_or_email")}
                hint={t("sign_in_name_hint")}
                error={errorFor("name")}
                defaultValue={values.name}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
              />
              {/* Named so that it is given back after a refusal: copying it from paper once is enough. */}
              <TextField
                name="slip"
                id={fieldId("code")}
                size="code"
                label={t("code")}
                hint={t("code_hint")}
                error={errorFor("code")}
                defaultValue={values.slip}
                autoComplete="one-time-code"
                autoCapitalize="characters"
                spellCheck={false}
                maxLength={20}
                required
              />
            </>
          )}
          <PasswordChoice proposed={proposed} chosen={values.choice} errorFor={errorFor} plainHref={withPlainPassword(here)} shown={shown} />
          <p className="field__hint">{t("reset_all_devices")}</p>
          <FormActions>
            <Button icon="check">{t("reset_button")}</Button>
          </FormActions>
        </Form>
      </Stack>
    </PageBody>
  );
}
