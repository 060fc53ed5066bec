import { mailRhythms, type MailTimes } from "~/permissions/notifications";
import { uiWords } from "~/platform/ui-words";
import { Button, Form, FormActions, LinkButton, RadioGroup, Section, Select, Stack } from "~/ui";
import { letterWords } from "./words";

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const days = [1, 2, 3, 4, 5, 6, 7] as const;

/** When letters come; without an address the way to give one. */
export function MailForm({ choice, email }: { choice: MailTimes; email: string | null }) {
  const t = letterWords.use();
  const ui = uiWords.use();
  return (
    <Section id="mails" title={t("title")}>
      {email === null ? (
        <Stack>
          <p>{t("no_email")}</p>
          <p>
            <LinkButton kind="secondary" icon="mail" href="/ik/e-mail">
              {t("give_email")}
            </LinkButton>
          </p>
        </Stack>
      ) : (
        <Form action="/ik/meldingen" hidden={{ intent: "mail" }} busyWord={ui("busy")}>
          <RadioGroup
            name="rhythm"
            legend={t("question")}
            defaultValue={choice.rhythm}
            options={mailRhythms.map((value) => ({ value, word: t(`rhythm_${value}`), hint: value === "never" ? t("rhythm_never_hint") : undefined }))}
          />
          <Select name="hour" label={t("hour")} defaultValue={String(choice.hour)} options={hours.map((hour) => ({ value: String(hour), word: t("hour_value", { hour }) }))} />
          <Select name="weekday" label={t("weekday")} hint={t("weekday_hint")} defaultValue={String(choice.weekday)} options={days.map((day) => ({ value: String(day), word: t(`day_${day}`) }))} />
          <FormActions>
            <Button kind="secondary" icon="check">
              {t("save")}
            </Button>
          </FormActions>
        </Form>
      )}
    </Section>
  );
}
