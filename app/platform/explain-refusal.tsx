import type { ReactNode } from "react";
import { ErrorSummary, fieldId } from "~/ui";
import type { Code } from "./codes";
import { errorWords } from "./error-words";
import type { FormRefusal } from "./http-adapter.server";
import { uiWords } from "./ui-words";

export interface ExplainedRefusal {
  /** For the top of the form; null when nothing was refused. */
  summary: ReactNode;
  errorFor: (field: string) => string | undefined;
}

/**
 * What a refusal says on a form's page: a summary on top, and the sentence at each field. `choices` are fields that are a
 * group of buttons: the summary leads to the first of them. `own` may word a field's code or the whole better than the
 * common catalogue does.
 */
export function useRefusal(
  refusal: FormRefusal | undefined,
  { choices = [], own = () => undefined }: { choices?: readonly string[]; own?: (code: string, field?: string) => string | undefined } = {},
): ExplainedRefusal {
  const say = errorWords.use();
  const ui = uiWords.use();
  if (!refusal) return { summary: null, errorFor: () => undefined };
  const sentence = (field: string, code: string) => own(code, field) ?? say(`field_${code}` as Parameters<typeof say>[0]);
  const wrong = Object.entries(refusal.fields);
  const errors =
    wrong.length === 0
      ? [{ text: own(refusal.code) ?? say(refusal.code satisfies Code) }]
      : wrong.map(([field, code]) => ({ fieldId: choices.includes(field) ? `${fieldId(field)}-0` : fieldId(field), text: sentence(field, code) }));
  return {
    summary: <ErrorSummary title={ui("errors_title", { count: errors.length })} errors={errors} />,
    errorFor: (field) => (refusal.fields[field] ? sentence(field, refusal.fields[field]) : undefined),
  };
}
