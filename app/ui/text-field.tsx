import type { InputHTMLAttributes } from "react";
import { Field, fieldControl, type FieldTexts } from "./field";
import { joinClasses } from "./join-classes";

export interface TextFieldProps
  extends FieldTexts, Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "style" | "id" | "name" | "size"> {
  size?: "normal" | "short" | "code";
  /** Words to choose from while typing; any other word is allowed too. */
  suggestions?: string[];
}

/** One line of text, a number, a date or an address. */
export function TextField({ name, id, label, hint, error, optionalWord, size, suggestions, ...rest }: TextFieldProps) {
  const control = fieldControl({ name, id, hint, error });
  const listId = `${control.id}-list`;
  return (
    <Field {...{ name, id, label, hint, error, optionalWord }}>
      <input
        type="text"
        className={joinClasses("input", size && size !== "normal" && `input--${size}`)}
        list={suggestions ? listId : undefined}
        {...rest}
        {...control}
      />
      {suggestions ? (
        <datalist id={listId}>
          {suggestions.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      ) : null}
    </Field>
  );
}
