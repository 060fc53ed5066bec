import { useLanguage } from "~/platform/define-words";
import { formatSpan } from "~/ui";
import type { ActivityInShort } from "./list-activities.server";
import { placeLine } from "./views";

/** Activities on paper: when, what and where, one under the other. */
export function ActivityLines({ activities }: { activities: ActivityInShort[] }) {
  const language = useLanguage();
  return (
    <ul role="list" className="stack">
      {activities.map((one) => (
        <li key={one.id}>
          <strong>{one.title}</strong>
          <br />
          {formatSpan(new Date(one.startsAt), new Date(one.endsAt), { language })}, {placeLine(one.place, one.municipality)}
        </li>
      ))}
    </ul>
  );
}
