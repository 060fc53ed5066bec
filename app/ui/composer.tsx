import type { ReactNode } from "react";
import { Button } from "./button";
import { FieldError, fieldControl, fieldId } from "./field";
import { Icon } from "./icon";

export interface ComposerProps {
  action: string;
  name: string;
  id?: string;
  /** "Jouw bericht" */
  label: string;
  /** "Wie leest dit? De 14 leden van deze groep." */
  readers: string;
  sendWord: string;
  busyWord?: string;
  defaultValue?: string;
  error?: string;
  maxLength?: number;
  counterText?: string;
  hidden?: Record<string, string>;
  /** For example a quoted message with a way to drop it. */
  above?: ReactNode;
  /** Further choices beside the button. */
  extra?: ReactNode;
}

/** Where a message is written: first who will read it, then a plain text area, then the button. */
export function Composer(props: ComposerProps) {
  const { action, name, id = fieldId(name), label, readers, sendWord, busyWord, defaultValue, error } = props;
  const { maxLength, counterText, hidden = {}, above, extra } = props;
  const control = fieldControl({ name, id, error });
  const described = [`${id}-readers`, control["aria-describedby"]].filter(Boolean).join(" ");
  return (
    <form className="composer" method="post" action={action} data-submit-once={busyWord} data-composer="">
      {Object.entries(hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <p className="composer__readers" id={`${id}-readers`}>
        <Icon name="eye" />
        <span>{readers}</span>
      </p>
      {above}
      <label className="composer__label" htmlFor={id}>
        {label}
      </label>
      <textarea
        className="input"
        rows={3}
        required
        data-autosize=""
        data-counter={counterText}
        {...{ defaultValue, maxLength }}
        {...control}
        aria-describedby={described}
      />
      {error ? (
        <div className="composer__error">
          <FieldError id={`${id}-error`} text={error} />
        </div>
      ) : null}
      <div className="composer__foot">
        <p className="counter" data-counter-for={id} hidden />
        {extra ?? <span />}
        <Button icon="send">{sendWord}</Button>
      </div>
    </form>
  );
}
