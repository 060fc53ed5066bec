/** At most so much of what is looked for is read. */
const longest = 40;
const typing = /(?:^|[\s\ufffc])\/((?:[\p{L}\p{N}][\p{L}\p{M}\p{N} '’-]*)?)$/u;

/** What is being looked for with "/" before the caret, and where the "/" is in the words given. Null: nothing; "en/of" and "1 / 2" are words. */
export function typedCommand(before: string): { at: number; typed: string } | null {
  const from = Math.max(0, before.length - longest);
  const found = typing.exec(before.slice(from));
  return found ? { at: before.length - found[1]!.length - 1, typed: found[1]! } : null;
}

/** Words as they are compared: small letters without accents. */
const plain = (words: string) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Those whose words, or the end of them from any word on, begin with what was typed; those that begin with it first. */
export function fitting<T extends { word: string }>(choices: readonly T[], typed: string): T[] {
  const begin = plain(typed.trim());
  const rank = ({ word }: T) => (plain(word).startsWith(begin) ? 0 : ` ${plain(word)}`.includes(` ${begin}`) ? 1 : 2);
  return [0, 1].flatMap((wanted) => choices.filter((choice) => rank(choice) === wanted));
}
