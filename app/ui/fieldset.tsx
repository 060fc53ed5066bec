import type { ReactNode } from "react";
import { FieldError } from "./field";
import { joinClasses } from "./join-classes";

export interface FieldsetProps {
  id: string;
  legend: string;
  hint?: ReactNode;
  error?: string;
  children: ReactNode;
}

/** Fields that belong together under one question. */
export function Fieldset({ id, legend, hint, error, children }: FieldsetProps) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset id={id} className={joinClasses("field", error && "field--invalid")} aria-describedby={described || undefined}>
      <legend className="fieldset__legend">{legend}</legend>
      {hint ? (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={`${id}-error`} text={error} /> : null}
      {children}
    </fieldset>
  );
}
