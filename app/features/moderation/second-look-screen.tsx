import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, Card, Disclosure, Form, FormActions, PageBody, PageHead, RadioGroup, Section, Stack, TextArea } from "~/ui";
import { useRefusal } from "./explain-refusal";
import { LetterText } from "./letter-text";
import type { CaseView } from "./read-case.server";
import { moderationWords } from "./words";
import { WrittenWords } from "./written-words";

/** The second look: what the person writes, the first decision, an answer in writing. */
export function SecondLookScreen({ one, refusal }: { one: CaseView; refusal?: FormRefusal }) {
  const t = moderationWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal);
  const decided = one.decisions.find((each) => each.appeal?.id === one.waitingAppeal);
  const given = refusal?.values ?? {};
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead back={<BackLink href={`/beheer/meldingen/${one.id}`}>{t("case_title", { number: one.number })}</BackLink>} title={t("second_title", { number: one.number })} lead={t("second_lead")} />
        {summary}
        <Section id="vraag" title={t("second_asked")}>
          <Card>
            <WrittenWords text={decided?.appeal?.text ?? ""} />
          </Card>
        </Section>
        <Section id="eerst" title={t("second_first")}>
          <Stack>
            <Card soft title={one.evidence.title} meta={<span>{t("report_by", { name: one.evidence.shownName })}</span>}>
              <WrittenWords text={one.evidence.text} />
            </Card>
            {decided ? (
              <Disclosure summary={`${t(`measure_${decided.measure}`)}. ${t("case_letter")}`}>
                <LetterText letter={decided.letter} />
              </Disclosure>
            ) : null}
          </Stack>
        </Section>
        <Form action={`/beheer/meldingen/${one.id}/opnieuw`} hidden={{ appeal: one.waitingAppeal ?? "", version: String(one.version) }} busyWord={ui("busy")}>
          <RadioGroup
            name="outcome"
            legend={t("second_outcome")}
            error={errorFor("outcome")}
            defaultValue={given.outcome}
            options={[
              { value: "upheld", word: t("second_upheld"), hint: t("second_upheld_hint") },
              { value: "overturned", word: t("second_overturned"), hint: t("second_overturned_hint") },
            ]}
            equal
            required
          />
          <TextArea name="answer" label={t("second_answer")} hint={t("second_answer_hint")} error={errorFor("answer")} defaultValue={given.answer} maxLength={limits.shortTextCharacters} rows={6} required />
          <FormActions>
            <Button icon="send">{t("second_send")}</Button>
          </FormActions>
        </Form>
      </Stack>
    </PageBody>
  );
}
