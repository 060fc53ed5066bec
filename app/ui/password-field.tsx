import type { InputHTMLAttributes } from "react";
import { Field, fieldControl, type FieldTexts } from "./field";
import { Icon } from "./icon";

export interface PasswordFieldProps
  extends FieldTexts, Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "style" | "id" | "name" | "type"> {
  /** "Toon wachtwoord" */
  showWord: string;
  /** "Verberg wachtwoord" */
  hideWord: string;
  autoComplete: "current-password" | "new-password";
}

/** A password that can be made visible; the button appears only where the script runs. */
export function PasswordField(props: PasswordFieldProps) {
  const { name, id, label, hint, error, optionalWord, showWord, hideWord, ...rest } = props;
  const control = fieldControl({ name, id, hint, error });
  return (
    <Field {...{ name, id, label, hint, error, optionalWord }}>
      <div className="input-row">
        <input type="password" className="input" autoCapitalize="none" spellCheck={false} {...rest} {...control} />
        <button
          type="button"
          className="button button--quiet"
          hidden
          aria-controls={control.id}
          data-show-password={control.id}
          data-hide-word={hideWord}
        >
          <Icon name="eye" />
          <span>{showWord}</span>
        </button>
      </div>
    </Field>
  );
}
