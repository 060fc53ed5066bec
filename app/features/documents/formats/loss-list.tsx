import { lossNames, type Loss } from "./loss";
import { formatWords } from "./words";

/** What is lost, each with how often; nothing where nothing is. */
export function LossList({ lost }: { lost: Loss }) {
  const t = formatWords.use();
  return (
    <ul>
      {lossNames.map((name) => (lost[name] ? <li key={name}>{t(`lost_${name}`, { count: lost[name] })}</li> : null))}
    </ul>
  );
}
