import { uiWords } from "~/platform/ui-words";
import { Button, Form, FormActions, Section, Stack } from "~/ui";
import type { PushView } from "./push-devices.server";
import { pushWords } from "./words";

/** News that appears on this device by itself: asked for by a tap here, and by nothing else. Turning it on takes a script, turning it off does not. */
export function PushForm({ push }: { push: PushView }) {
  const t = pushWords.use();
  const ui = uiWords.use();
  return (
    <Section id="toestel" title={t("title")}>
      <Stack>
        {push.state === "shared" ? <p>{t("shared")}</p> : <p>{t("lead")}</p>}
        {push.state === "on" ? (
          <Form action="/ik/meldingen" hidden={{ intent: "push-off" }} busyWord={ui("busy")}>
            <p>{t("on")}</p>
            <FormActions>
              <Button kind="secondary" icon="x">
                {t("turn_off")}
              </Button>
            </FormActions>
          </Form>
        ) : null}
        {push.state === "off" ? (
          <form method="post" action="/ik/meldingen" data-push={push.key} data-push-refused={t("refused")} data-push-failed={t("failed")} data-push-ready={t("off")}>
            <input type="hidden" name="intent" value="push-on" />
            <input type="hidden" name="endpoint" />
            <input type="hidden" name="p256dh" />
            <input type="hidden" name="auth" />
            <p role="status">{t("cannot")}</p>
            <div hidden>
              <FormActions>
                <Button kind="secondary" icon="bell">
                  {t("turn_on")}
                </Button>
              </FormActions>
            </div>
          </form>
        ) : null}
      </Stack>
    </Section>
  );
}
