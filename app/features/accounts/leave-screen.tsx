import type { Code } from "~/platform/codes";
import { errorWords } from "~/platform/error-words";
import { uiWords } from "~/platform/ui-words";
import { Button, Form, FormActions, IconWord, Notice, RadioGroup, Section, Stack, type IconName } from "~/ui";
import type { ErasureLine } from "./erasure.server";
import { useAccountRefusal } from "./explain-refusal";
import { CurrentPassword, SettingsPage, type Refused } from "./settings-page";
import { accountWords } from "./words";

export interface LeaveScreenProps extends Refused {
  lines: ErasureLine[];
  objection: Code | null;
}

/** What goes, what stays without a name, what the person chooses; only then the button. */
export function LeaveScreen({ lines, objection, refusal }: LeaveScreenProps) {
  const t = accountWords.use();
  const ui = uiWords.use();
  const say = errorWords.use();
  const { summary, errorFor } = useAccountRefusal(refusal);
  return (
    <SettingsPage title={t("title_leave")} lead={t("leave_lead")}>
      {summary}
      <Fate title={t("leave_goes")} id="goes" icon="trash-2" lines={lines.filter(({ fate }) => fate === "goes")} />
      <Fate title={t("leave_stays")} id="stays" icon="check" lines={lines.filter(({ fate }) => fate === "stays")} />
      <Fate title={t("leave_choice")} id="choice" icon="pencil" lines={lines.filter(({ fate }) => fate === "choice")} after={t("leave_choice_text")} />
      {objection ? (
        <Notice kind="warning" title={t("leave_blocked")}>
          {say(objection)}
        </Notice>
      ) : (
        <Form action="/ik/stoppen" busyWord={ui("busy")}>
          <RadioGroup
            name="words"
            legend={t("leave_words_question")}
            error={errorFor("words")}
            defaultValue={refusal?.values.words}
            options={[
              { value: "keep", word: t("leave_words_keep"), hint: t("leave_words_keep_hint") },
              { value: "remove", word: t("leave_words_remove"), hint: t("leave_words_remove_hint") },
            ]}
          />
          <CurrentPassword error={errorFor("currentPassword")} />
          <Notice kind="warning">
            <p>
              {t("leave_final")} <a href="/ik/gegevens">{t("leave_final_link")}</a>
            </p>
          </Notice>
          <FormActions>
            <Button kind="danger" icon="trash-2">
              {t("leave_button")}
            </Button>
          </FormActions>
        </Form>
      )}
    </SettingsPage>
  );
}

function Fate({ id, icon, title, lines, after }: { id: string; icon: IconName; title: string; lines: ErasureLine[]; after?: string }) {
  if (lines.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <Stack space="tight" as="ul">
        {lines.map((line) => (
          <li key={line.what}>
            <IconWord icon={icon}>{line.count > 1 ? `${line.what}: ${line.count}` : line.what}</IconWord>
          </li>
        ))}
      </Stack>
      {after ? <p>{after}</p> : null}
    </Section>
  );
}
