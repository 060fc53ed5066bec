import { uiWords } from "~/platform/ui-words";
import { Button, Form, FormActions, LinkButton, Notice, PageBody, PageHead, Stack } from "~/ui";
import { letterWords } from "./words";

/** One tap stops the letters. Opening the page changes nothing: mail programs open addresses by themselves. */
export function StopMailScreen({ address, stopped }: { address: string; stopped: boolean }) {
  const t = letterWords.use();
  const ui = uiWords.use();
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("stop_title")} lead={stopped ? undefined : t("stop_text")} />
        {stopped ? (
          <>
            <Notice kind="success" flash title={t("stopped")}>
              {t("stopped_text")}
            </Notice>
            <p>
              <LinkButton kind="secondary" href="/">
                {t("to_start")}
              </LinkButton>
            </p>
          </>
        ) : (
          <Form action={address} busyWord={ui("busy")}>
            <FormActions>
              <Button icon="mail">{t("stop_button")}</Button>
            </FormActions>
          </Form>
        )}
      </Stack>
    </PageBody>
  );
}
