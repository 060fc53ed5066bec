/* oxlint-disable jsx-a11y/no-interactive-element-to-noninteractive-role -- Safari forgets what rows and cells are once the style sheet makes blocks of them on a phone. */
import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";

export interface DataTableProps {
  caption: string;
  columns: Array<{ key: string; word: string; number?: boolean }>;
  /** The first column names the row. */
  rows: Array<{ key: string; cells: Record<string, ReactNode> }>;
  /** Numbers in few columns stay a table on a phone; others become one block per row. */
  narrow?: boolean;
}

/** A table with a caption and row headings. On a phone each row becomes a block in which every value carries its label. */
export function DataTable({ caption, columns, rows, narrow }: DataTableProps) {
  return (
    <div className="table-wrap">
      <table className={joinClasses("table", !narrow && "table--reflow")} role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.key} scope="col" role="columnheader" className={column.number ? "number" : undefined}>
                {column.word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.key} role="row">
              {columns.map((column, index) => {
                const className = column.number ? "number" : undefined;
                return index === 0 ? (
                  <th key={column.key} scope="row" role="rowheader">
                    {row.cells[column.key]}
                  </th>
                ) : (
                  <td key={column.key} role="cell" className={className}>
                    {narrow ? null : (
                      <span className="table__label" aria-hidden="true">
                        {column.word}:{" "}
                      </span>
                    )}
                    {row.cells[column.key]}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
