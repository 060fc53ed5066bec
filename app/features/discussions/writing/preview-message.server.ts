import { limits } from "~/platform/limits";
import { cleanText } from "~/platform/written-text";
import type { Previewed } from "./message-preview";

/** What somebody wants to look at before they post it, cleaned as it will be kept. Nothing is stored; too much is cut off. */
export function previewMessage({ id, text }: Record<string, string | string[]>): Previewed {
  const written = typeof text === "string" ? text : "";
  return { id: typeof id === "string" ? id : "", text: cleanText(written.slice(0, limits.messageCharacters * 2)).slice(0, limits.messageCharacters) };
}
