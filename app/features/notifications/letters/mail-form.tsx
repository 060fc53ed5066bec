import { mailRhythms, type MailTimes } from "~/permissions/notifications";
import { uiWords } from "~/platform/ui-words";
import { Button, Form, FormActions, RadioGroup, Section, Select, Stack } from "~/ui";
import { letterWords } from "./words";

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const days = [1, 2, 3, 4, 5, 6, 7] as const;

/** How what is new reaches somebody: in letters, or without an address from the mouth of a facilitator. */
export function MailForm({ choice, email }: { choice: MailTimes; email: string | null }) {
  const t = letterWords.use();
  const ui = uiWords.use();
  const told = { value: "told", word: t("rhythm_told"), hint: t("rhythm_told_hint") };
  const written = mailRhythms.filter((value) => value !== "told" || choice.rhythm === "told");
  return (
    <Section id="mails" title={t("title")}>
      {email === null ? (
        <Stack>
          <p>{t("no_email")}</p>
          <p>
            <a href="/ik/e-mail">{t("give_email")}</a>
          </p>
        </Stack>
      ) : null}
      <Form action="/ik/meldingen" hidden={{ intent: "mail" }} busyWord={ui("busy")}>
        <RadioGroup
          name="rhythm"
          legend={t(email === null ? "question_no_email" : "question")}
          defaultValue={email === null && choice.rhythm !== "told" ? "never" : choice.rhythm}
          options={email === null ? [told, { value: "never", word: t("look_myself") }] : written.map((value) => (value === "told" ? told : { value, word: t(`rhythm_${value}`), hint: value === "never" ? t("rhythm_never_hint") : undefined }))}
        />
        {email === null ? null : (
          <>
            <Select name="hour" label={t("hour")} defaultValue={String(choice.hour)} options={hours.map((hour) => ({ value: String(hour), word: t("hour_value", { hour }) }))} />
            <Select name="weekday" label={t("weekday")} hint={t("weekday_hint")} defaultValue={String(choice.weekday)} options={days.map((day) => ({ value: String(day), word: t(`day_${day}`) }))} />
          </>
        )}
        <FormActions>
          <Button kind="secondary" icon="check">
            {t("save")}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
