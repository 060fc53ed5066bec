import { useLanguage } from "~/platform/define-words";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { Button, Card, DateText, Disclosure, Form, FormActions, formatDay, Notice, PageBody, PageHead, Section, Stack, TextArea } from "~/ui";
import { useRefusal } from "./explain-refusal";
import { LetterText } from "./letter-text";
import type { OwnDecision } from "./read-own-decision.server";
import { moderationWords } from "./words";
import { WrittenWords } from "./written-words";

export interface OwnDecisionScreenProps {
  decided: OwnDecision;
  /** Id for the question, so that a second tap asks once. */
  id: string;
  flash: boolean;
  refusal?: FormRefusal;
}

/** "Onze beslissing en waarom", and the way to a second look. */
export function OwnDecisionScreen({ decided, id, flash, refusal }: OwnDecisionScreenProps) {
  const t = moderationWords.use();
  const language = useLanguage();
  const { summary } = useRefusal(refusal);
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("own_title")} lead={<a href={`/leerplekken/${decided.space.slug}`}>{decided.space.name}</a>} above={<DateText at={decided.at} language={language} />} />
        {summary}
        {flash && !refusal ? (
          <Notice kind="success" flash>
            {t("again_asked_flash")}
          </Notice>
        ) : null}
        {decided.takenBack ? <Notice kind="success">{t("own_taken_back")}</Notice> : decided.undone ? <Notice kind="success">{t("own_undone")}</Notice> : null}
        <Card>
          <LetterText letter={decided.letter} />
        </Card>
        {decided.evidence.text ? (
          <Disclosure summary={t("own_what")}>
            <WrittenWords text={decided.evidence.text} />
          </Disclosure>
        ) : null}
        <SecondLook {...{ decided, id, refusal }} />
      </Stack>
    </PageBody>
  );
}

function SecondLook({ decided, id, refusal }: Pick<OwnDecisionScreenProps, "decided" | "id" | "refusal">) {
  const t = moderationWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const { errorFor } = useRefusal(refusal);
  const { appeal } = decided;
  if (appeal) {
    return (
      <Section id="opnieuw" title={t("again_asked")}>
        <Stack>
          {appeal.outcome ? (
            <Card heading="h3" title={t("again_answer")} meta={appeal.decidedAt ? <DateText at={appeal.decidedAt} language={language} /> : undefined}>
              <div>
                <p>
                  <strong>{t(`again_${appeal.outcome}`)}</strong>
                </p>
                <WrittenWords text={appeal.answer ?? ""} />
              </div>
            </Card>
          ) : (
            <p>{t("again_asked_text")}</p>
          )}
          <Disclosure summary={t("again_your_words")}>
            <WrittenWords text={appeal.text} />
          </Disclosure>
        </Stack>
      </Section>
    );
  }
  if (decided.takenBack) return null;
  if (decided.may.askSecondLook !== true) return <p className="soft">{t("again_closed")}</p>;
  return (
    <Section id="opnieuw" title={t("again_title")}>
      <Stack>
        <p>{t("again_lead", { until: formatDay(new Date(decided.askUntil), { language }) })}</p>
        <Form action={`/beslissing/${decided.id}`} hidden={{ id: refusal?.values.id ?? id, decision: decided.id }} busyWord={ui("busy")}>
          <TextArea name="text" label={t("again_text")} error={errorFor("text")} defaultValue={refusal?.values.text} maxLength={limits.shortTextCharacters} rows={5} required />
          <FormActions>
            <Button icon="scale">{t("again_send")}</Button>
          </FormActions>
        </Form>
      </Stack>
    </Section>
  );
}
