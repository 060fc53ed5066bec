import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, Card, Form, FormActions, IconWord, LinkButton, Notice, PageBody, PageHead, Stack, TextField } from "~/ui";
import { useAccountRefusal } from "./explain-refusal";
import { accountWords } from "./words";

/** `sent`: a link was asked for; says nothing about whether there is such an account. */
export function ForgotScreen({ sent, refusal }: { sent: boolean; refusal?: FormRefusal }) {
  const t = accountWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useAccountRefusal(refusal, { name: "signInName" });
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("title_forgot")} lead={t("forgot_lead")} back={<BackLink href="/aanmelden">{t("title_sign_in")}</BackLink>} />
        {sent ? (
          <Notice kind="success" icon="mail" title={t("forgot_mail_sent_title")} flash>
            {t("forgot_mail_sent")}
          </Notice>
        ) : null}
        {summary}
        <Card
          heading="h2"
          title={<IconWord icon="file-text">{t("forgot_paper_title")}</IconWord>}
          foot={<LinkButton href="/nieuw-wachtwoord">{t("forgot_paper_link")}</LinkButton>}
        >
          {t("forgot_paper_text")}
        </Card>
        <Card heading="h2" title={<IconWord icon="mail">{t("forgot_mail_title")}</IconWord>}>
          <Stack>
            <p>{t("forgot_mail_text")}</p>
            <Form action="/wachtwoord-vergeten" busyWord={ui("busy")}>
              <TextField
                name="name"
                label={t("sign_in_name_or_email")}
                error={errorFor("name")}
                defaultValue={refusal?.values.name}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
              />
              <FormActions>
                <Button icon="send" kind="secondary">
                  {t("forgot_mail_button")}
                </Button>
              </FormActions>
            </Form>
          </Stack>
        </Card>
        <Card heading="h2" soft title={<IconWord icon="life-buoy">{t("forgot_none_title")}</IconWord>} foot={<a href="/hulp">{t("forgot_help_link")}</a>}>
          {t("forgot_none_text")}
        </Card>
      </Stack>
    </PageBody>
  );
}
