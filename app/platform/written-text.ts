import { z } from "zod";

/** Invisible signs that turn the direction of reading around, so that a text shows something else than it says. */
const directionSigns = /[\u202a-\u202e\u2066-\u2069]/g;
/** Control characters other than the line break; the database refuses NUL, screens and mails trip over the others. */
const controlSigns = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]/g;

/** What somebody wrote, as it is kept: one kind of line break, no control or direction signs, no blank ends, composed letters. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/\t/g, " ")
    .replace(controlSigns, "")
    .replace(directionSigns, "")
    .normalize("NFC")
    .replace(/[^\S\n]+$/gm, "")
    .replace(/\n{4,}/g, "\n\n\n")
    .trim();
}

/**
 * Several lines that somebody wrote, cleaned; `characters` counts as a browser's `maxlength` does, after cleaning.
 * Half of a surrogate pair is refused: it cannot be kept as it is.
 */
export function writtenText(characters: number, least = 1) {
  return z
    .string()
    // Before any work on it: a line break may come as two characters.
    .max(characters * 2 + 100)
    .refine((text) => text.isWellFormed(), "not_valid")
    .transform(cleanText)
    .pipe(z.string().min(least).max(characters));
}

/** One line that somebody wrote: a title, a name. */
export function writtenLine(characters: number, least = 1) {
  return z
    .string()
    .max(characters * 2 + 100)
    .refine((text) => text.isWellFormed(), "not_valid")
    .transform((text) => cleanText(text).replace(/\s+/g, " "))
    .pipe(z.string().min(least).max(characters));
}
