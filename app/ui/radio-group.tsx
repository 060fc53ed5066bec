import type { ReactNode } from "react";
import { Choice } from "./choice";
import { fieldId } from "./field";
import { Fieldset } from "./fieldset";
import { joinClasses } from "./join-classes";

export interface RadioGroupProps {
  name: string;
  id?: string;
  legend: string;
  hint?: ReactNode;
  error?: string;
  options: Array<{ value: string; word: ReactNode; hint?: ReactNode; disabled?: boolean }>;
  defaultValue?: string;
  /** Two answers of equal weight beside each other, such as yes and no to a study. */
  equal?: boolean;
  required?: boolean;
}

/** One answer out of a few, all of them in sight. An ErrorSummary links to the first: `<id>-0`. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, id = fieldId(name), legend, hint, error, options, defaultValue, equal, required } = props;
  return (
    <Fieldset {...{ id, legend, hint, error }}>
      <div className={joinClasses("choices", equal && "choices--equal")}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            id={`${id}-${index}`}
            type="radio"
            name={name}
            value={option.value}
            word={option.word}
            hint={option.hint}
            disabled={option.disabled}
            defaultChecked={option.value === defaultValue}
            required={required}
          />
        ))}
      </div>
    </Fieldset>
  );
}
