import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { Button, Form, FormActions, PageBody, PageHead, RadioGroup, Stack, TextField } from "~/ui";
import { DeviceChoice } from "./device-choice";
import { useAccountRefusal } from "./explain-refusal";
import { withPlainPassword } from "./form-values";
import { PasswordChoice } from "./password-choice";
import { accountWords } from "./words";

export interface MakeAccountScreenProps {
  /** Path and query of this page. */
  here: string;
  next: string | null;
  proposed: string;
  /** Passwords can be read while typing. */
  shown: boolean;
  values: Record<string, string>;
  refusal?: FormRefusal;
}

export function MakeAccountScreen({ here, next, proposed, shown, values, refusal }: MakeAccountScreenProps) {
  const t = accountWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useAccountRefusal(refusal);
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("title_make_account")} lead={t("make_lead")} />
        {summary}
        <Form action={here} busyWord={ui("busy")}>
          {/* The first submit button answers the Enter key: it must be the one that makes the account. */}
          <button type="submit" hidden />
          <TextField name="name" label={t("name")} hint={t("name_hint")} error={errorFor("name")} defaultValue={values.name} autoComplete="nickname" required />
          <RadioGroup
            name="age"
            legend={t("age_question")}
            error={errorFor("age")}
            defaultValue={values.age}
            options={[
              { value: "16_plus", word: t("age_16") },
              { value: "13_to_15", word: t("age_13") },
              { value: "under_13", word: t("age_under") },
            ]}
          />
          <PasswordChoice proposed={proposed} chosen={values.choice} errorFor={errorFor} plainHref={withPlainPassword(here)} shown={shown} />
          <TextField
            name="email"
            type="email"
            label={t("email")}
            optionalWord={ui("optional")}
            hint={t("email_hint")}
            error={errorFor("email")}
            defaultValue={values.email}
            autoComplete="email"
          />
          <DeviceChoice chosen={values.device} />
          <FormActions>
            <Button icon="check">{t("make_button")}</Button>
          </FormActions>
        </Form>
        <p>
          {t("have_account")} <a href={`/aanmelden${next ? `?next=${encodeURIComponent(next)}` : ""}`}>{t("sign_in_button")}</a>
        </p>
      </Stack>
    </PageBody>
  );
}
