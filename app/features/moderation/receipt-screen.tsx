import { uiWords } from "~/platform/ui-words";
import { CopyText, DateText, Disclosure, Facts, Notice, PageBody, PageHead, Section, Stack, Stepper } from "~/ui";
import { useLanguage } from "~/platform/define-words";
import { LetterText } from "./letter-text";
import type { ReceiptView } from "./read-receipt.server";
import { moderationWords } from "./words";

export interface ReceiptScreenProps {
  receipt: ReceiptView;
  /** Just sent, or sent before. */
  flash: "new" | "known" | null;
}

/** What becomes of a report: for who has the address, without signing in. */
export function ReceiptScreen({ receipt, flash }: ReceiptScreenProps) {
  const t = moderationWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const { answer, looking, link } = receipt;
  const now = answer ? 2 : looking ? 1 : 0;
  const step = (index: number, word: string, text?: string) => {
    const state = index < now || answer ? ("done" as const) : index === now ? ("now" as const) : ("next" as const);
    return { word, text, state, stateWord: ui(`step_${state}`) };
  };
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("receipt_title")} />
        {flash === "new" ? (
          <Notice kind="success" title={t("receipt_thanks")} flash>
            {t("receipt_thanks_text")}
          </Notice>
        ) : null}
        {flash === "known" ? <Notice flash>{t("receipt_known")}</Notice> : null}
        <Facts
          items={[
            { term: t("receipt_number"), value: receipt.reference },
            { term: t("receipt_sent"), value: <DateText at={receipt.at} language={language} /> },
          ]}
        />
        {receipt.danger && !answer ? <Notice kind="warning" icon="phone">{t("receipt_danger")}</Notice> : null}
        {answer ? (
          <Section id="antwoord" title={t("receipt_answer_title")}>
            <Stack>
              <p className="lead">{t(`answer_${answer.outcome === "given-back" ? "given_back" : answer.outcome}`)}</p>
              {answer.letter ? (
                <Disclosure summary={t("case_letter")} open>
                  <LetterText letter={answer.letter} />
                </Disclosure>
              ) : null}
            </Stack>
          </Section>
        ) : null}
        <Section id="stand" title={t("receipt_steps")}>
          <Stepper label={t("receipt_steps")} steps={[step(0, t("receipt_step_received")), step(1, t("receipt_step_looking")), step(2, t("receipt_step_answered"))]} />
        </Section>
        {link ? (
          <Section id="bewaar" title={t("receipt_keep_title")}>
            <Stack>
              <p>{t("receipt_keep_text")}</p>
              <CopyText id="adres" label={t("receipt_keep_label")} value={link} copyWord={ui("copy")} copiedWord={ui("copied")} />
            </Stack>
          </Section>
        ) : answer ? null : (
          <p className="soft">{t("receipt_keep_account")}</p>
        )}
      </Stack>
    </PageBody>
  );
}
