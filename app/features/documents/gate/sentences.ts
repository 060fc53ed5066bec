import type { PlainWord } from "./difficult-words";

/** A sentence with more words than this is long to read. */
export const longSentence = 20;

const words = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? [];
const abbreviations = /(?:^|[\s(])(?:bv|bijv|enz|dr|ir|ing|mr|mevr|dhr|prof|st|nr|nrs|p|pp|blz|art|ca|min|max|incl|excl|tel|o\.a|m\.a\.w|d\.w\.z|t\.e\.m|i\.p\.v|a\.u\.b|e\.d)\.$/i;

/** The sentences of a paragraph. A stop after a known abbreviation ends none. */
export function sentencesOf(text: string): string[] {
  const sentences: string[][] = [];
  let goesOn = false;
  for (const piece of text.split(/(?<=[.!?…]["'”’)\]]?)\s+(?=["'“‘(]?[\p{Lu}\p{N}])|\n+/u)) {
    if (goesOn) sentences.at(-1)!.push(piece);
    else sentences.push([piece]);
    goesOn = abbreviations.test(piece.slice(-12));
  }
  return sentences.map((pieces) => pieces.join(" ").trim()).filter((one) => /\p{L}/u.test(one));
}

const becomes = new Set(["word", "wordt", "worden", "werd", "werden", "geworden"]);
const participle = /^(?:(?:aan|achter|af|bij|binnen|bijeen|dicht|door|goed|in|klaar|los|mee|na|neer|om|onder|open|op|over|samen|stil|tegen|terug|toe|uit|vast|voor|vrij|weg)?ge\p{L}{2,}|(?:be|ver|ont|her|er)\p{L}{3,})(?:d|t|en)$/u;
/** They look like a participle and are none, or say what somebody is rather than what is done to them. */
const noParticiple = new Set([
  "gebied", "geduld", "gedicht", "geest", "geheel", "geld", "geleden", "geluid", "gemeend", "gerecht", "gesprekken", "getallen", "gevolgen", "gewend", "gewicht", "gezicht", "gezond", "gezinnen", "groepen", "gebouwen", "gewoonten",
  "bekend", "beroemd", "bereid", "bewust", "bericht", "berichten", "best", "beeld", "beelden", "benen", "bergen", "beesten", "beiden", "begeleiden", "bedrijven",
  "verschillend", "verhalen", "verliefd", "verstand", "vereist", "verenigingen", "verslagen", "versies", "verdiend", "ernst", "erkend", "herfst", "hersenen", "ontwerpen",
]);

/** Whether something is done in it and it does not say by whom: "wordt … gemaakt". */
export function isPassive(sentence: string): boolean {
  const found = words(sentence.toLowerCase());
  return found.some((word) => becomes.has(word)) && found.some((word) => participle.test(word) && !noParticiple.has(word) && !becomes.has(word));
}

export function isLong(sentence: string): boolean {
  return words(sentence).length > longSentence;
}

/** Difficult words by their first word, to look each sentence through once. */
export type WordBook = ReadonlyMap<string, readonly { rest: readonly string[]; entry: PlainWord }[]>;

/** Of two entries for the same word the later one counts, so that a leerplek's own goes before the product's; one with nothing instead takes the word out. */
export function bindWords(list: readonly PlainWord[]): WordBook {
  const book = new Map<string, { rest: string[]; entry: PlainWord }[]>();
  for (const entry of new Map(list.map((one) => [words(one.word).join(" "), one])).values()) {
    const [first, ...rest] = words(entry.word);
    if (first !== undefined && entry.instead !== "") book.set(first, [...(book.get(first) ?? []), { rest, entry }]);
  }
  return book;
}

/** The difficult words of a sentence, each once. */
export function difficultIn(sentence: string, book: WordBook): PlainWord[] {
  const found = words(sentence.toLowerCase());
  const hits = new Set<PlainWord>();
  found.forEach((word, at) => {
    for (const { rest, entry } of book.get(word) ?? []) if (rest.every((next, index) => found[at + 1 + index] === next)) hits.add(entry);
  });
  return [...hits];
}
