import { randomInt } from "node:crypto";
import list from "./data/passphrase-words-nl.txt?raw";

const words = list.split("\n").filter(Boolean);
const known = new Set(words);

/** Four Dutch words at random, with spaces between: easy to write down, hard to guess. */
export function proposePassphrase(): string {
  return Array.from({ length: 4 }, () => words[randomInt(words.length)]).join(" ");
}

/**
 * A password in the one form that is hashed. Keyboards write the same letter in different bytes, hence NFKC; four words of
 * our list are the same four words with capitals, dashes or more spaces, as they come from a card and a phone's keyboard.
 */
export function canonicalPassword(typed: string): string {
  const plain = typed.normalize("NFKC");
  const parts = plain.toLowerCase().split(/[\s-]+/).filter(Boolean);
  return parts.length === 4 && parts.every((part) => known.has(part)) ? parts.join(" ") : plain;
}
