import { uiWords } from "~/platform/ui-words";
import { Button, Checkbox, Form, FormActions, Notice } from "~/ui";
import { SettingsPage } from "./settings-page";
import { accountWords } from "./words";

/** "Rust": what changes by itself on this device. */
export function CalmScreen({ calm, own }: { calm: boolean; own: boolean }) {
  const t = accountWords.use();
  const ui = uiWords.use();
  return (
    <SettingsPage title={t("title_calm")} lead={t("calm_lead")}>
      <Form action="/ik/rust" busyWord={ui("busy")} hidden={{ intent: "calm" }}>
        <Checkbox name="calm" word={t("calm_word")} hint={t("calm_hint")} defaultChecked={calm} />
        <Notice>{t(own ? "calm_here_own" : "calm_here_shared")}</Notice>
        <FormActions>
          <Button icon="check">{t("save")}</Button>
        </FormActions>
      </Form>
    </SettingsPage>
  );
}
