import { defineWords } from "~/platform/define-words";
import type { Translate } from "~/platform/words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

export const noticeWords = defineWords("notifications", { nl, fr, en });

/** The one sentence of a notice, by its kind; about a conversation with its title where the reader may know it. */
export function sentence(t: Translate<never> | ReturnType<typeof noticeWords.use>, kind: string, data: Record<string, string | number>): string {
  const key = kind.replace(/[.-]/g, "_");
  if (data.title === undefined) return (t as Translate)(`kind_${key}`, data);
  const counted = kind === "discussion.message-posted" && Number(data.count) > 0;
  return (t as Translate)(counted ? "counted_discussion_message_posted" : `titled_${key}`, data);
}
