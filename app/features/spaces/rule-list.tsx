/** House rules as people read them; the first is the fixed one. They are in the language of the leerplek. */
export function RuleList({ rules }: { rules: string[] }) {
  const [fixed, ...others] = rules;
  return (
    <ol className="stack stack--tight" lang="nl">
      {fixed ? (
        <li>
          <strong>{fixed}</strong>
        </li>
      ) : null}
      {others.map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ol>
  );
}
