import type { Code } from "~/platform/codes";
import { errorWords } from "~/platform/error-words";
import { Button, Form, FormActions, LinkButton, Notice, PageBody, PageHead, Stack } from "~/ui";
import { accountWords } from "./words";

export interface ConfirmEmailScreenProps {
  product: string;
  /** Path and query of this page. */
  here: string;
  /** Why the link does not work. */
  broken: Code | null;
  done: boolean;
}

export function ConfirmEmailScreen({ product, here, broken, done }: ConfirmEmailScreenProps) {
  const t = accountWords.use();
  const say = errorWords.use();
  if (done) {
    return (
      <PageBody width="text">
        <Stack space="loose">
          <PageHead title={t("confirm_email_done_title")} lead={t("confirm_email_done")} />
          <p>
            <LinkButton href="/" icon="house">
              {t("go_on")}
            </LinkButton>
          </p>
        </Stack>
      </PageBody>
    );
  }
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("title_confirm_email")} lead={broken ? undefined : t("confirm_email_lead", { product })} />
        {broken ? (
          <>
            <Notice kind="warning">{broken === "email_taken" ? say(broken) : t("link_broken")}</Notice>
            <p>
              <LinkButton href="/ik/e-mail">{t("title_email")}</LinkButton>
            </p>
          </>
        ) : (
          <>
            <Form action={here}>
              <FormActions>
                <Button icon="check">{t("confirm_email_button")}</Button>
              </FormActions>
            </Form>
            <p>{t("confirm_email_not")}</p>
          </>
        )}
      </Stack>
    </PageBody>
  );
}
