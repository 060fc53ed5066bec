import type { ReactNode } from "react";
import { Choice } from "./choice";
import { FieldError, fieldControl } from "./field";
import { joinClasses } from "./join-classes";

export interface CheckboxProps {
  name: string;
  id?: string;
  word: ReactNode;
  hint?: ReactNode;
  error?: string;
  value?: string;
  defaultChecked?: boolean;
  required?: boolean;
}

/** One thing that is so or not. Several together stand in a Fieldset. */
export function Checkbox({ name, id, word, hint, error, value = "yes", defaultChecked, required }: CheckboxProps) {
  const control = fieldControl({ name, id, error });
  return (
    <div className={joinClasses("field", error && "field--invalid")}>
      {error ? <FieldError id={`${control.id}-error`} text={error} /> : null}
      <Choice type="checkbox" {...control} {...{ word, hint, value, defaultChecked, required }} />
    </div>
  );
}
