import { Prose } from "~/ui";

/** House rules as people read them; the first is the fixed one. They are in the language of the leerplek. */
export function RuleList({ rules }: { rules: string[] }) {
  const [fixed, ...others] = rules;
  return (
    <Prose lang="nl">
      <ol>
        {fixed ? (
          <li>
            <strong>{fixed}</strong>
          </li>
        ) : null}
        {others.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
    </Prose>
  );
}
