import { DataTable, Facts, LinkButton, Section, Stack } from "~/ui";
import type { DownloadPart } from "./download.server";
import { SettingsPage } from "./settings-page";
import { accountWords } from "./words";

export function DataScreen({ parts }: { parts: DownloadPart[] }) {
  const t = accountWords.use();
  const show = (value: string | number | boolean | null) => (value === null || value === "" ? "–" : typeof value === "boolean" ? t(value ? "data_yes" : "data_no") : String(value));
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
            <Facts wide items={Object.entries(part.columns).map(([key, term]) => ({ term, value: show(part.rows[0]![key] ?? null) }))} />
          ) : (
            <DataTable
              caption={part.title}
              columns={Object.entries(part.columns).map(([key, word]) => ({ key, word }))}
              rows={part.rows.map((row, index) => ({ key: String(index), cells: Object.fromEntries(Object.keys(part.columns).map((key) => [key, show(row[key] ?? null)])) }))}
            />
          )}
        </Section>
      ))}
    </SettingsPage>
  );
}
