import { useLanguage } from "~/platform/define-words";
import { BackLink, DataTable, DateText, PageBody, PageHead, Stack } from "~/ui";
import type { Measure } from "./codes";
import type { LogLine } from "./read-case-log.server";
import { moderationWords } from "./words";

/** Every step of a case, in the order in which it happened. */
export function LogScreen({ log }: { log: { id: string; number: number; lines: LogLine[] } }) {
  const t = moderationWords.use();
  const language = useLanguage();
  const title = t("log_title", { number: log.number });
  return (
    <PageBody>
      <Stack space="loose">
        <PageHead back={<BackLink href={`/beheer/meldingen/${log.id}`}>{t("case_title", { number: log.number })}</BackLink>} title={title} lead={t("log_lead")} />
        <DataTable
          caption={title}
          columns={[
            { key: "what", word: t("log_what") },
            { key: "who", word: t("log_who") },
            { key: "when", word: t("log_when") },
          ]}
          rows={log.lines.map((line) => ({ key: String(line.id), cells: { what: <Step line={line} />, who: <Who line={line} />, when: <DateText at={line.at} language={language} /> } }))}
        />
      </Stack>
    </PageBody>
  );
}

function Step({ line }: { line: LogLine }) {
  const t = moderationWords.use();
  switch (line.type) {
    case "moderation.thing-reported":
      return <>{t("log_thing_reported")}</>;
    case "moderation.owner-chosen":
      return <>{t("log_owner_chosen", { to: t(`to_${line.data.to as "moderator" | "deputy_moderator" | "duty_desk" | "nobody"}`) })}</>;
    case "moderation.case-claimed":
      return <>{t("log_case_claimed")}</>;
    case "moderation.case-decided":
      return <>{t("log_case_decided", { measure: t(`measure_${line.data.measure as Measure}`).toLowerCase() })}</>;
    case "moderation.decision-taken-back":
      return <>{t("log_decision_taken_back")}</>;
    case "moderation.second-look-asked":
      return <>{t("log_second_look_asked")}</>;
    case "moderation.second-look-decided":
      return <>{t(line.data.outcome === "overturned" ? "log_second_look_decided_overturned" : "log_second_look_decided_upheld")}</>;
    case "moderation.surroundings-opened":
      return <>{t("log_surroundings_opened")}</>;
    default:
      return <>{line.type}</>;
  }
}

function Who({ line }: { line: LogLine }) {
  const t = moderationWords.use();
  if (line.by) return <>{line.by}</>;
  if (line.type === "moderation.thing-reported") return <>{t("log_reporter")}</>;
  return <>{t(line.type === "moderation.second-look-asked" ? "log_person" : "log_house")}</>;
}
