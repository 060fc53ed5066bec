import { useLanguage } from "~/platform/define-words";
import { Badge, Card, CardList, ConfirmAction, DateText, Disclosure, Section } from "~/ui";
import { uiWords } from "~/platform/ui-words";
import { LetterText } from "./letter-text";
import type { DecidedView } from "./read-case.server";
import { moderationWords } from "./words";
import { WrittenWords } from "./written-words";

/** What was decided, the newest first, with the letter that was sent and the second look if somebody asked. */
export function CaseDecisions({ caseId, decisions }: { caseId: string; decisions: DecidedView[] }) {
  const t = moderationWords.use();
  if (decisions.length === 0) return null;
  return (
    <Section id="beslissingen" title={t("case_decisions")}>
      <CardList>
        {decisions.map((one) => (
          <Decided key={one.id} caseId={caseId} one={one} />
        ))}
      </CardList>
    </Section>
  );
}

function Decided({ caseId, one }: { caseId: string; one: DecidedView }) {
  const t = moderationWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  return (
    <Card
      title={t(`measure_${one.measure}`)}
      above={one.takenBack ? <Badge kind="plain">{t("case_taken_back")}</Badge> : one.undone ? <Badge kind="plain">{t("case_undone")}</Badge> : undefined}
      meta={
        <>
          <span>{t("case_decision_by", { who: one.by })}</span>
          <DateText at={one.at} language={language} />
        </>
      }
    >
      <div className="stack">
        {one.rule ? <p>{one.rule}</p> : null}
        <Disclosure summary={t("case_letter")}>
          <LetterText letter={one.letter} />
        </Disclosure>
        {one.appeal ? (
          <Card soft heading="h4" title={t("case_appeal")} meta={<DateText at={one.appeal.at} language={language} />}>
            <div className="stack">
              <WrittenWords text={one.appeal.text} />
              {one.appeal.outcome ? (
                <div>
                  <p>
                    <strong>{t(`case_appeal_${one.appeal.outcome}`, { who: one.appeal.by ?? "" })}</strong>
                  </p>
                  <WrittenWords text={one.appeal.answer ?? ""} />
                </div>
              ) : (
                <p className="soft">{t("case_appeal_waiting")}</p>
              )}
            </div>
          </Card>
        ) : null}
        {one.mayTakeBack === true ? (
          <ConfirmAction
            word={t("case_take_back")}
            question={t("case_take_back_question")}
            confirmWord={t("case_take_back_yes")}
            cancelWord={ui("cancel")}
            action={`/beheer/meldingen/${caseId}`}
            hidden={{ intent: "take-back", decision: one.id }}
            danger
          >
            {t("case_take_back_text")}
          </ConfirmAction>
        ) : null}
      </div>
    </Card>
  );
}
