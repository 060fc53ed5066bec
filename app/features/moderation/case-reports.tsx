import { useLanguage } from "~/platform/define-words";
import { Badge, Card, CardList, DateText, Section, Stack } from "~/ui";
import type { Law, ReportReason } from "./codes";
import type { ReportView } from "./read-case.server";
import { moderationWords } from "./words";
import { WrittenWords } from "./written-words";

/** Every report on a case: why, in whose words; never by whom. */
export function CaseReports({ reports }: { reports: ReportView[] }) {
  const t = moderationWords.use();
  const language = useLanguage();
  return (
    <Section id="meldingen" title={t("case_reports")}>
      <Stack>
        <CardList>
          {reports.map((one) => (
            <Card
              key={one.id}
              title={one.illegal && one.law ? t("case_report_illegal", { law: t(`${one.law as Law}_law_name`) }) : t(`${one.reason as ReportReason}_reason`)}
              above={
                one.danger ? (
                  <Badge kind="bad" icon="triangle-alert">
                    {t("report_danger")}
                  </Badge>
                ) : undefined
              }
              meta={
                <>
                  <span>{one.account ? t("case_report_account") : t("case_report_no_account")}</span>
                  <DateText at={one.at} language={language} />
                </>
              }
            >
              {one.explanation || one.evidence ? (
                <div>
                  {one.explanation ? <WrittenWords text={one.explanation} /> : null}
                  {one.evidence ? <p className="soft">{t("case_report_evidence", { text: one.evidence.text })}</p> : null}
                </div>
              ) : undefined}
            </Card>
          ))}
        </CardList>
        <p className="soft small">{t("case_reporters_unknown")}</p>
      </Stack>
    </Section>
  );
}
