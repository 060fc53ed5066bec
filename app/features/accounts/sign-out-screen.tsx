import { outboxDatabase } from "~/platform/kept-on-device";
import { Button, Form, FormActions, LinkButton, Notice, PageBody, PageHead, Stack } from "~/ui";
import { accountWords } from "./words";

/** `done`: what happened just before; null while somebody is still signed in. */
export function SignOutScreen({ done }: { done: "signed-out" | "everywhere" | "erased" | null }) {
  const t = accountWords.use();
  if (!done) {
    return (
      <PageBody width="text">
        <Stack space="loose">
          <PageHead title={t("sign_out_question")} lead={t("sign_out_text")} />
          <Form action="/afmelden">
            <FormActions>
              <Button icon="log-out">{t("sign_out_button")}</Button>
            </FormActions>
          </Form>
        </Stack>
      </PageBody>
    );
  }
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={done === "erased" ? t("erased_title") : t("title_signed_out")} lead={done === "erased" ? t("erased_text") : t("signed_out_text")} />
        <span data-forget-device={outboxDatabase} hidden />
        <Notice kind="success">{done === "everywhere" ? t("everywhere_done") : t("signed_out_shared")}</Notice>
        <FormActions>
          <LinkButton href="/" icon="house">
            {t("go_on")}
          </LinkButton>
          {done === "erased" ? null : (
            <LinkButton href="/aanmelden" icon="log-in" kind="secondary">
              {t("sign_in_again")}
            </LinkButton>
          )}
        </FormActions>
      </Stack>
    </PageBody>
  );
}
