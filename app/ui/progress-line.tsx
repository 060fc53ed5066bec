export interface ProgressLineProps {
  /** "8 van de 12 plaatsen zijn bezet." */
  sentence: string;
  value: number;
  max: number;
}

/** A sentence with a bar under it that says the same. */
export function ProgressLine({ sentence, value, max }: ProgressLineProps) {
  return (
    <div>
      <p>{sentence}</p>
      <progress className="progress__bar" value={value} max={max} aria-label={sentence} />
    </div>
  );
}
