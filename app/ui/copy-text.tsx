import { Button } from "./button";

export interface CopyTextProps {
  /** Unique on the page. */
  id: string;
  label: string;
  value: string;
  /** Of what is longer than a line, so that all of it can be read. */
  rows?: number;
  copyWord: string;
  copiedWord: string;
}

/** A text to hand on, such as an address; the button that copies it appears where the script runs. */
export function CopyText({ id, label, value, rows, copyWord, copiedWord }: CopyTextProps) {
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <div className="input-row">
        {rows ? <textarea id={id} className="input" readOnly rows={rows} data-autosize="" value={value} /> : <input id={id} className="input" readOnly value={value} />}
        <Button type="button" kind="secondary" icon="copy" hidden data-copy={id} data-copied-word={copiedWord}>
          {copyWord}
        </Button>
      </div>
    </div>
  );
}
