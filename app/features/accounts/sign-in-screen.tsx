import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { Button, Form, FormActions, Notice, PageBody, PageHead, Stack, TextField } from "~/ui";
import { DeviceChoice } from "./device-choice";
import { useAccountRefusal } from "./explain-refusal";
import { withPlainPassword } from "./form-values";
import { PasswordInput } from "./password-input";
import { accountWords } from "./words";

export interface SignInScreenProps {
  /** Path and query of this page. */
  here: string;
  /** Where to go afterwards. */
  next: string | null;
  /** What brought the person here. */
  because: "password_saved" | null;
  /** Passwords can be read while typing. */
  shown: boolean;
  refusal?: FormRefusal;
}

export function SignInScreen({ here, next, because, shown, refusal }: SignInScreenProps) {
  const t = accountWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useAccountRefusal(refusal, { name: "signInName" });
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("title_sign_in")} lead={t("sign_in_lead")} />
        {summary ?? <WhyHere because={because} next={next} />}
        <Form action={here} busyWord={ui("busy")}>
          <TextField
            name="name"
            label={t("sign_in_name_or_email")}
            hint={t("sign_in_name_hint")}
            error={errorFor("name")}
            defaultValue={refusal?.values.name}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <PasswordInput
            name="password"
            label={t("password")}
            hint={t("password_typed_hint")}
            error={errorFor("password")}
            autoComplete="current-password"
            plainHref={withPlainPassword(here)}
            shown={shown}
            required
          />
          <DeviceChoice chosen={refusal?.values.device} />
          <FormActions>
            <Button icon="log-in">{t("sign_in_button")}</Button>
            <a href="/wachtwoord-vergeten">{t("forgot_link")}</a>
          </FormActions>
        </Form>
        <p>
          {t("no_account_yet")} <a href={`/account-maken${next ? `?next=${encodeURIComponent(next)}` : ""}`}>{t("make_account_link")}</a>
        </p>
      </Stack>
    </PageBody>
  );
}

function WhyHere({ because, next }: Pick<SignInScreenProps, "because" | "next">) {
  const t = accountWords.use();
  if (because === "password_saved") {
    return (
      <Notice kind="success" flash>
        {t("password_saved_sign_in")}
      </Notice>
    );
  }
  return next ? <Notice>{t("sign_in_to_continue")}</Notice> : null;
}
