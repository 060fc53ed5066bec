import { defineWords } from "~/platform/define-words";
import type { Translate } from "~/platform/words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

export const noticeWords = defineWords("notifications", { nl, fr, en });

/** The one sentence of a notice, by its kind. */
export function sentence(t: Translate<never> | ReturnType<typeof noticeWords.use>, kind: string, data: Record<string, string | number>): string {
  return (t as Translate)(`kind_${kind.replace(/[.-]/g, "_")}`, data);
}
