import { z } from "zod";

/** Invisible signs that turn the direction of reading around, so that a text shows something else than it says. */
const directionSigns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Control characters other than the line break; the database refuses NUL, screens, mails and feeds trip over the others. */
const controlSigns = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]/g;
/** Signs without a width or an ink of their own: a name of them looks like none, a word with them is not found. */
const blankSigns = /[\u034f\u00ad\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\uffa0]/g;
/** Invisible letters; only the flags of some countries are spelled with them. */
const hiddenLetters = /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{2,6}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;
/** What joins two letters, or chooses how one looks, where there is none before it, or again after itself. */
const looseJoiners = /(^|\s)(?:\u200c|\u200d|[\ufe00-\ufe0f])+|(\u200c|\u200d)(?:\u200c|\u200d)+/g;
/** Marks on one letter beyond what any language here writes; they run over the lines above and below. */
const piledMarks = /(\p{M}{3})\p{M}+/gu;

/** What somebody wrote, as it is kept: one kind of line break, nothing invisible that misleads, no blank ends, composed letters. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/\t/g, " ")
    .replace(controlSigns, "")
    .replace(directionSigns, "")
    .replace(blankSigns, "")
    .replace(hiddenLetters, "$1")
    .normalize("NFC")
    .replace(piledMarks, "$1")
    .replace(looseJoiners, "$1$2")
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
