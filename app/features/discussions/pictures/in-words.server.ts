import type { Language } from "~/platform/language";
import type { MessageView } from "../views";
import { pictureWords } from "./words";

/** A message where only words fit: its text, and what is to be seen on its picture. */
export function inWords({ text, picture }: { text: string; picture?: Pick<NonNullable<MessageView["picture"]>, "alt"> | null }, language: Language): string {
  if (!picture) return text;
  const told = pictureWords.for(language)("in_words", { alt: picture.alt });
  return text === picture.alt ? told : `${text}\n\n${told}`;
}
