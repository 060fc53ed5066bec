import type { ReactNode } from "react";
import { errorWords } from "~/platform/error-words";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { ErrorSummary, fieldId } from "~/ui";
import nl from "./messages/nl.json";
import { accountWords } from "./words";

type OwnKey = Parameters<ReturnType<typeof accountWords.use>>[0];

/** Fields that are a group of choices: the summary leads to the first of them. */
const groups = ["age", "choice", "device", "words", "language"];

/** What a refusal says on the page: a summary on top, and the sentence at each field. */
export function useRefusal(refusal: FormRefusal | undefined): { summary: ReactNode; errorFor: (field: string) => string | undefined } {
  const t = accountWords.use();
  const say = errorWords.use();
  const ui = uiWords.use();
  if (!refusal) return { summary: null, errorFor: () => undefined };
  const sentence = (field: string, code: string) => {
    const own = `error_${field}_${code}`;
    if (own in nl) return t(own as OwnKey);
    return say((code === "wrong_code" ? code : `field_${code}`) as Parameters<typeof say>[0]);
  };
  const wrong = Object.entries(refusal.fields);
  const whole =
    refusal.code === "too_young" ? t("under_13")
    : refusal.code === "too_many" && refusal.retryAfterSeconds ? t("wait_minutes", { count: Math.ceil(refusal.retryAfterSeconds / 60) })
    : say(refusal.code);
  const errors = wrong.length > 0 ? wrong.map(([field, code]) => ({ fieldId: groups.includes(field) ? `${fieldId(field)}-0` : fieldId(field), text: sentence(field, code) })) : [{ text: whole }];
  return {
    summary: <ErrorSummary title={ui("errors_title", { count: errors.length })} errors={errors} />,
    errorFor: (field) => (refusal.fields[field] ? sentence(field, refusal.fields[field]) : undefined),
  };
}
