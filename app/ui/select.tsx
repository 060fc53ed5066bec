import type { SelectHTMLAttributes } from "react";
import { Field, fieldControl, type FieldTexts } from "./field";
import { Icon } from "./icon";

export interface SelectOption {
  value: string;
  word: string;
}

export interface SelectProps
  extends FieldTexts, Omit<SelectHTMLAttributes<HTMLSelectElement>, "className" | "style" | "id" | "name"> {
  options: SelectOption[];
  /** Options under named headings, after the plain ones. */
  groups?: Array<{ word: string; options: SelectOption[] }>;
  /** The first, empty choice: "Kies je dorp". */
  emptyWord?: string;
}

/** A choice from a list, with the device's own list. */
export function Select(props: SelectProps) {
  const { name, id, label, hint, error, optionalWord, options, groups = [], emptyWord, ...rest } = props;
  return (
    <Field {...{ name, id, label, hint, error, optionalWord }}>
      <div className="select">
        <select className="input" {...rest} {...fieldControl({ name, id, hint, error })}>
          {emptyWord ? <option value="">{emptyWord}</option> : null}
          <Options options={options} />
          {groups.map((group) => (
            <optgroup key={group.word} label={group.word}>
              <Options options={group.options} />
            </optgroup>
          ))}
        </select>
        <Icon name="chevron-down" />
      </div>
    </Field>
  );
}

function Options({ options }: { options: SelectOption[] }) {
  return (
    <>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.word}
        </option>
      ))}
    </>
  );
}
