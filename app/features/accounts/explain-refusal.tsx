import { errorWords } from "~/platform/error-words";
import { useRefusal, type ExplainedRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import nl from "./messages/nl.json";
import { accountWords } from "./words";

type OwnKey = Parameters<ReturnType<typeof accountWords.use>>[0];

/** Fields that are a group of choices. */
const choices = ["age", "choice", "device", "words", "language"];

/**
 * What a refusal says on a page about accounts: in its own words where the common ones would not help. `as` names a field
 * that means something else on this page than elsewhere.
 */
export function useAccountRefusal(refusal: FormRefusal | undefined, as: Record<string, string> = {}): ExplainedRefusal {
  const t = accountWords.use();
  const say = errorWords.use();
  const own = (code: string, field?: string): string | undefined => {
    if (field) {
      const key = `error_${as[field] ?? field}_${code}`;
      return key in nl ? t(key as OwnKey) : code === "wrong_code" ? say("wrong_code") : undefined;
    }
    if (code === "too_young") return t("under_13");
    if (code === "too_many" && refusal?.retryAfterSeconds) return t("wait_minutes", { count: Math.ceil(refusal.retryAfterSeconds / 60) });
    return undefined;
  };
  return useRefusal(refusal, { choices, own });
}
