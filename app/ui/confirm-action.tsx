import type { ReactNode } from "react";
import { Button } from "./button";

export interface ConfirmActionProps {
  /** "Verwijder dit bericht" */
  word: string;
  /** "Wil je dit bericht verwijderen?" */
  question: string;
  /** What happens then, and whether it can be undone. */
  children?: ReactNode;
  confirmWord: string;
  /** Closes the question; shown only where the script runs. */
  cancelWord: string;
  action: string;
  hidden?: Record<string, string>;
  danger?: boolean;
}

/** Asks once more before something that counts. A part that opens; where the script runs it opens as a dialog. */
export function ConfirmAction(props: ConfirmActionProps) {
  const { word, question, children, confirmWord, cancelWord, action, hidden = {}, danger } = props;
  return (
    <details className={danger ? "details details--danger" : "details"} data-confirm="">
      <summary>{word}</summary>
      <div className="details__in" data-confirm-panel="">
        <p className="dialog__title">{question}</p>
        {typeof children === "string" ? <p>{children}</p> : children}
        <form method="post" action={action} className="form__actions">
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button kind={danger ? "danger" : "primary"}>{confirmWord}</Button>
          <Button type="button" kind="quiet" hidden data-confirm-cancel="">
            {cancelWord}
          </Button>
        </form>
      </div>
    </details>
  );
}
