import type { TextareaHTMLAttributes } from "react";
import { Field, fieldControl, type FieldTexts } from "./field";

export interface TextAreaProps
  extends FieldTexts, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "className" | "style" | "id" | "name"> {
  /** "Nog {{count}} tekens" with `{{count}}` left in; shown when the text nears maxLength. */
  counterText?: string;
}

/** Several lines of text. Grows with what is written where the script runs. */
export function TextArea({ name, id, label, hint, error, optionalWord, counterText, ...rest }: TextAreaProps) {
  const control = fieldControl({ name, id, hint, error });
  return (
    <Field {...{ name, id, label, hint, error, optionalWord }}>
      <textarea className="input" rows={4} data-autosize="" data-counter={counterText} {...rest} {...control} />
      {counterText ? <p className="counter" data-counter-for={control.id} hidden /> : null}
    </Field>
  );
}
