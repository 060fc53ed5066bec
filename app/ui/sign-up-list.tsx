export interface SignUpListProps {
  title: string;
  heading?: "h1" | "h2";
  /** Moment and place. */
  text: string;
  columns: string[];
  /** What is known already, one array per person in the order of the columns. */
  rows: string[][];
  /** Empty lines to write on. */
  emptyLines: number;
  emptyLabel: string;
}

/** A list to print and lay on the table at an activity. */
export function SignUpList({ title, heading: Heading = "h2", text, columns, rows, emptyLines, emptyLabel }: SignUpListProps) {
  const lines = [...rows, ...Array.from({ length: emptyLines }, (): string[] => [])];
  return (
    <article className="paper paper--a4">
      <Heading>{title}</Heading>
      <table className="sign-up-list">
        <caption>{text}</caption>
        <thead>
          <tr>
            <th scope="col">#</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={index}>
              <td>{index + 1}</td>
              {columns.map((column, place) => (
                <td key={column}>{line[place] ?? <span className="visually-hidden">{emptyLabel}</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
