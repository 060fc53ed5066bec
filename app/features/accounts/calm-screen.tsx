import { uiWords } from "~/platform/ui-words";
import { Button, Checkbox, Form, FormActions, Notice, Section, Stack } from "~/ui";
import { useAccountRefusal } from "./explain-refusal";
import { SettingsPage, type Refused } from "./settings-page";
import { accountWords } from "./words";

export interface CalmScreenProps extends Refused {
  /** On this device, and whether it is somebody's own. */
  calm: boolean;
  own: boolean;
  presence: boolean;
  typing: boolean;
}

/** What changes by itself on this device, and whether others see that somebody is there. */
export function CalmScreen({ calm, own, presence, typing, refusal }: CalmScreenProps) {
  const t = accountWords.use();
  const ui = uiWords.use();
  const { summary } = useAccountRefusal(refusal);
  return (
    <SettingsPage title={t("title_calm")}>
      {summary}
      <Section id="rustig" title={t("calm_title")}>
        <Stack>
          <p>{t("calm_lead")}</p>
          <Form action="/ik/rust" busyWord={ui("busy")} hidden={{ intent: "calm" }}>
            <Checkbox name="calm" word={t("calm_word")} hint={t("calm_hint")} defaultChecked={calm} />
            <Notice>{t(own ? "calm_here_own" : "calm_here_shared")}</Notice>
            <FormActions>
              <Button icon="check">{t("save")}</Button>
            </FormActions>
          </Form>
        </Stack>
      </Section>
      <Section id="hier" title={t("presence_title")}>
        <Stack>
          <p>{t("presence_lead")}</p>
          <Form action="/ik/rust" busyWord={ui("busy")} hidden={{ intent: "presence" }}>
            <Checkbox name="presence" word={t("presence_word")} hint={t("presence_hint")} defaultChecked={presence} />
            <Checkbox name="typing" word={t("typing_word")} hint={t("typing_hint")} defaultChecked={typing} />
            <FormActions>
              <Button icon="check">{t("save")}</Button>
            </FormActions>
          </Form>
        </Stack>
      </Section>
    </SettingsPage>
  );
}
