import { Button } from "./button";

export interface CopyTextProps {
  /** Unique on the page. */
  id: string;
  label: string;
  value: string;
  copyWord: string;
  copiedWord: string;
}

/** A text to hand on, such as an address; the button that copies it appears where the script runs. */
export function CopyText({ id, label, value, copyWord, copiedWord }: CopyTextProps) {
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <div className="input-row">
        <input id={id} className="input" readOnly value={value} />
        <Button type="button" kind="secondary" icon="copy" hidden data-copy={id} data-copied-word={copiedWord}>
          {copyWord}
        </Button>
      </div>
    </div>
  );
}
