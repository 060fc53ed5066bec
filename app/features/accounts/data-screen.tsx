import type { ReactNode } from "react";
import { useLanguage } from "~/platform/define-words";
import { DataTable, DateText, Facts, LinkButton, Section, Stack } from "~/ui";
import type { DownloadPart } from "./download.server";
import { SettingsPage } from "./settings-page";
import { accountWords } from "./words";

export function DataScreen({ parts }: { parts: DownloadPart[] }) {
  const t = accountWords.use();
  const language = useLanguage();
  const show = (part: DownloadPart, value: string | number | boolean | null | undefined): ReactNode => {
    if (value === null || value === undefined || value === "") return "–";
    if (typeof value === "boolean") return t(value ? "data_yes" : "data_no");
    if (typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return <DateText at={value} language={language} weekday={false} />;
    return part.words?.[value] ?? String(value);
  };
  return (
    <SettingsPage title={t("title_data")} lead={t("data_lead")}>
      <Stack space="tight">
        <p>
          <LinkButton href="/ik/gegevens-download" icon="download">
            {t("data_download")}
          </LinkButton>
        </p>
        <p className="field__hint">{t("data_download_hint")}</p>
      </Stack>
      {parts.map((part) => (
        <Section key={part.key} id={part.key} title={part.title}>
          {part.rows.length === 0 ? (
            <p>{t("data_none")}</p>
          ) : part.rows.length === 1 ? (
            <Facts wide items={Object.entries(part.columns).map(([key, term]) => ({ term, value: show(part, part.rows[0]![key]) }))} />
          ) : (
            <DataTable
              caption={part.title}
              columns={Object.entries(part.columns).map(([key, word]) => ({ key, word }))}
              rows={part.rows.map((row, index) => ({ key: String(index), cells: Object.fromEntries(Object.keys(part.columns).map((key) => [key, show(part, row[key])])) }))}
            />
          )}
        </Section>
      ))}
    </SettingsPage>
  );
}
