import type { ReactNode } from "react";
import { errorWords } from "~/platform/error-words";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { ErrorSummary, fieldId } from "~/ui";
import nl from "./messages/nl.json";
import { moderationWords } from "./words";

/** Fields that are a group of choices: the summary leads to the first of them. */
const groups = ["reason", "found", "rule", "measure", "scope", "days", "outcome"];

/** What a refusal says on the page: a summary on top, and the sentence at each field. */
export function useRefusal(refusal: FormRefusal | undefined): { summary: ReactNode; errorFor: (field: string) => string | undefined } {
  const t = moderationWords.use();
  const say = errorWords.use();
  const ui = uiWords.use();
  if (!refusal) return { summary: null, errorFor: () => undefined };
  const sentence = (field: string, code: string) => {
    const own = `error_${field}_${code}`;
    return own in nl ? t(own as Parameters<typeof t>[0]) : say(`field_${code}` as Parameters<typeof say>[0]);
  };
  const wrong = Object.entries(refusal.fields);
  const errors = wrong.length > 0 ? wrong.map(([field, code]) => ({ fieldId: groups.includes(field) ? `${fieldId(field)}-0` : fieldId(field), text: sentence(field, code) })) : [{ text: say(refusal.code) }];
  return {
    summary: <ErrorSummary title={ui("errors_title", { count: errors.length })} errors={errors} />,
    errorFor: (field) => (refusal.fields[field] ? sentence(field, refusal.fields[field]) : undefined),
  };
}
