import { BarChart, DataTable, EmptyState, PageHead, Section, Stack } from "~/ui";
import { uiWords } from "~/platform/ui-words";
import { measures } from "./codes";
import type { Figures, YearFigures } from "./read-figures.server";
import { moderationWords } from "./words";

/** What the desk of a space did, per year: first a sentence, then the numbers. */
export function FiguresScreen({ figures }: { figures: Figures }) {
  const t = moderationWords.use();
  return (
    <Stack space="sections">
      <PageHead title={t("figures_title")} lead={t("figures_lead", { space: figures.space.name })} />
      {figures.years.length === 0 ? <EmptyState icon="shield-check" title={t("figures_none")} /> : figures.years.map((year) => <Year key={year.year} year={year} />)}
      <p>
        <a href={`/leerplekken/${figures.space.slug}/cijfers.json`}>{t("figures_json")}</a>
      </p>
    </Stack>
  );
}

function Year({ year }: { year: YearFigures }) {
  const t = moderationWords.use();
  const ui = uiWords.use();
  const taken = measures.filter((measure) => year.measures[measure] > 0);
  const hours = year.medianHours;
  const rows: [string, string | number][] = [
    [t("figures_received"), year.received],
    [t("figures_decided"), year.decided],
    [t("figures_median"), hours === null ? "—" : hours < 1 ? t("figures_hours_less") : t("figures_hours", { count: Math.round(hours) })],
    [t("figures_appeals"), year.appeals],
    [t("figures_overturned"), year.overturned],
  ];
  return (
    <Section id={`jaar-${year.year}`} title={String(year.year)}>
      <Stack space="loose">
        {taken.length > 0 ? (
          <BarChart
            sentence={t("figures_sentence", { year: year.year, received: year.received, decided: year.decided })}
            bars={taken.map((measure) => ({ label: t(`measure_${measure}`), value: year.measures[measure], shown: String(year.measures[measure]) }))}
            table={{ summary: ui("table_show"), caption: t("figures_measures"), labelWord: t("figures_measures"), valueWord: t("figures_how_often") }}
          />
        ) : (
          <p>{t("figures_sentence", { year: year.year, received: year.received, decided: year.decided })}</p>
        )}
        <DataTable
          narrow
          caption={t("figures_title")}
          columns={[
            { key: "what", word: t("log_what") },
            { key: "n", word: t("figures_how_often"), number: true },
          ]}
          rows={rows.map(([what, n]) => ({ key: what, cells: { what, n } }))}
        />
      </Stack>
    </Section>
  );
}
