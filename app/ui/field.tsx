import type { ReactNode } from "react";
import { Icon } from "./icon";
import { joinClasses } from "./join-classes";

export interface FieldTexts {
  name: string;
  /** Defaults to `field-<name>`; give one when a name stands twice on a page. */
  id?: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  /** "(hoeft niet)", after the label of what may stay empty. */
  optionalWord?: string;
}

export interface FieldControl {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** The id of a field's control, for links from an ErrorSummary. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^A-Za-z0-9_-]/g, "-")}`;
}

/** The attributes that tie a control to its label, hint and error. */
export function fieldControl({ name, id = fieldId(name), hint, error }: Omit<FieldTexts, "label">): FieldControl {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { id, name, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined };
}

export interface FieldProps extends FieldTexts {
  children: ReactNode;
}

/** Label above, hint under it, error right before the control. The control itself comes as children with fieldControl's attributes. */
export function Field({ name, id = fieldId(name), label, hint, error, optionalWord, children }: FieldProps) {
  return (
    <div className={joinClasses("field", error && "field--invalid")}>
      <label className="field__label" htmlFor={id}>
        {label}
        {optionalWord ? <span className="field__optional"> {optionalWord}</span> : null}
      </label>
      {hint ? (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={`${id}-error`} text={error} /> : null}
      {children}
    </div>
  );
}

/** What is wrong and how to mend it, in one sentence. */
export function FieldError({ id, text }: { id: string; text: string }) {
  return (
    <p className="field__error" id={id}>
      <Icon name="circle-alert" />
      <span>{text}</span>
    </p>
  );
}
