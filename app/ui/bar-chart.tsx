import { DataTable } from "./data-table";
import { Disclosure } from "./disclosure";

export interface BarChartProps {
  /** What the picture says, in one sentence. */
  sentence: string;
  bars: Array<{ label: string; value: number; shown: string }>;
  /** The end of the scale; default the highest value. */
  max?: number;
  source?: string;
  table: { summary: string; caption: string; labelWord: string; valueWord: string };
}

/** First a sentence, then the bars with their numbers printed, under it the same as a table. */
export function BarChart({ sentence, bars, max, source, table }: BarChartProps) {
  const end = max ?? Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <figure className="chart stack">
      <figcaption>{sentence}</figcaption>
      <div className="chart__rows" aria-hidden="true">
        {bars.map((bar) => (
          <div key={bar.label} className="chart__row">
            <p className="chart__label">
              <span>{bar.label}</span>
              <span className="chart__value">{bar.shown}</span>
            </p>
            <svg width="100%" height="20" focusable="false">
              <rect className="chart__ground" width="100%" height="20" rx="5" />
              <rect className="chart__bar" width={`${Math.max(0, Math.min(100, (bar.value / end) * 100))}%`} height="20" rx="5" />
            </svg>
          </div>
        ))}
      </div>
      {source ? <p className="soft small">{source}</p> : null}
      <Disclosure summary={table.summary} bare>
        <DataTable
          narrow
          caption={table.caption}
          columns={[
            { key: "label", word: table.labelWord },
            { key: "value", word: table.valueWord, number: true },
          ]}
          rows={bars.map((bar) => ({ key: bar.label, cells: { label: bar.label, value: bar.shown } }))}
        />
      </Disclosure>
    </figure>
  );
}
