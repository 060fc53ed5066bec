import type { Code } from "~/platform/codes";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { Button, Form, FormActions, LinkButton, Notice, PageBody, PageHead, Stack, TextField } from "~/ui";
import { useAccountRefusal } from "./explain-refusal";
import { PasswordChoice } from "./password-choice";
import { accountWords } from "./words";

export interface FirstAdministratorScreenProps {
  /** Path and query of this page. */
  here: string;
  broken: Code | null;
  proposed: string;
  values: Record<string, string>;
  refusal?: FormRefusal;
}

export function FirstAdministratorScreen({ here, broken, proposed, values, refusal }: FirstAdministratorScreenProps) {
  const t = accountWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useAccountRefusal(refusal);
  if (broken) {
    return (
      <PageBody width="text">
        <Stack space="loose">
          <PageHead title={t("title_first_administrator")} />
          <Notice kind="warning">{t(broken === "code_used" ? "first_already" : "first_link_broken")}</Notice>
          <p>
            <LinkButton href="/aanmelden">{t("sign_in_button")}</LinkButton>
          </p>
        </Stack>
      </PageBody>
    );
  }
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("title_first_administrator")} lead={t("first_lead")} />
        {summary}
        <Form action={here} busyWord={ui("busy")}>
          <button type="submit" hidden />
          <TextField name="name" label={t("first_name")} hint={t("first_name_hint")} error={errorFor("name")} defaultValue={values.name} autoComplete="name" required />
          <PasswordChoice proposed={proposed} chosen={values.choice} errorFor={errorFor} />
          <TextField name="email" type="email" label={t("email")} optionalWord={ui("optional")} hint={t("email_hint")} error={errorFor("email")} defaultValue={values.email} autoComplete="email" />
          <FormActions>
            <Button icon="check">{t("first_button")}</Button>
          </FormActions>
        </Form>
      </Stack>
    </PageBody>
  );
}
