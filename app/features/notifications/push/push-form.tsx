import { uiWords } from "~/platform/ui-words";
import { Button, Form, FormActions, Prose, Section, Stack } from "~/ui";
import type { PushView } from "./push-devices.server";
import { pushWords } from "./words";

/** Apple's devices show news of a website only when it stands on the home screen. */
const homeScreen = ["home_share", "home_add", "home_open", "home_sign_in", "home_back"] as const;

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
          <form method="post" action="/ik/meldingen" data-push={push.key} data-push-refused={t("refused")} data-push-failed={t("failed")} data-push-ready={t("off")} data-push-home={t("home")}>
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
            <section hidden>
              <Prose>
                <ol>
                  {homeScreen.map((step) => (
                    <li key={step}>{t(step)}</li>
                  ))}
                </ol>
              </Prose>
            </section>
          </form>
        ) : null}
      </Stack>
    </Section>
  );
}
