import { useRefusal as useCommonRefusal, type ExplainedRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import nl from "./messages/nl.json";
import { moderationWords } from "./words";

/** Fields that are a group of choices. */
const choices = ["reason", "found", "rule", "measure", "scope", "days", "outcome"];

/** What a refusal says on the pages of moderation: each field in its own words. */
export function useRefusal(refusal: FormRefusal | undefined): ExplainedRefusal {
  const t = moderationWords.use();
  const own = (code: string, field?: string) => {
    const key = `error_${field}_${code}`;
    return key in nl ? t(key as Parameters<typeof t>[0]) : undefined;
  };
  return useCommonRefusal(refusal, { choices, own });
}
