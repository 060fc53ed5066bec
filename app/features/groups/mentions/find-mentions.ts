import type { StoredMention } from "#db/schema/index";

/** Somebody who can be named: a member of the group, by the name they show there. */
export interface Nameable {
  actorId: string;
  membershipId: string;
  shownName: string;
}

/** Words with which the whole group is called. */
const wholeGroup = new Set(["groep", "iedereen", "groupe", "tous", "group", "everyone"]);
/** At most so many people are named in one message; further names are plain text. */
export const mostMentions = 20;
/** At most so many words of a name are looked at. */
const mostWords = 8;

const begin = /(^|[\s("'“‘«[*_–—-])@(?=[\p{L}\p{N}])/gu;
const word = /[\p{L}\p{M}\p{N}]+/uy;
const between = /[ .'’_-]{1,2}(?=[\p{L}\p{N}])/uy;
/** After a name that several people show: the beginning of the membership's id. */
const which = /#([0-9a-f]{4})(?![\p{L}\p{N}])/uy;

/** Whether somebody may be named in a text at all. */
export function mayNameSomebody(text: string): boolean {
  return /@[\p{L}\p{N}]/u.test(text);
}

/**
 * Who is named in a text: "@" and a shown name, however its letters, accents and hyphens are written, or its first word
 * when nobody else here has that. Of several people with one name "#" and four signs tell which; without them it is nobody.
 */
export function findMentions(text: string, people: readonly Nameable[], mayCallGroup: boolean): StoredMention[] {
  const [whole, first] = [new Map<string, Nameable[]>(), new Map<string, Nameable[]>()];
  for (const person of people) {
    const words = wordsOf(person.shownName);
    if (words.length === 0) continue;
    put(whole, words.join(" "), person);
    put(first, words[0]!, person);
  }
  const found: StoredMention[] = [];
  for (const { 0: { length }, index } of text.matchAll(begin)) {
    const at = index + length - 1;
    const one = mentionAt(text, at, whole, first, mayCallGroup);
    if (one && found.length < mostMentions) found.push(one);
  }
  return found;
}

function mentionAt(text: string, at: number, whole: Map<string, Nameable[]>, first: Map<string, Nameable[]>, mayCallGroup: boolean): StoredMention | null {
  const words = readWords(text, at + 1);
  for (let size = words.length; size > 0; size -= 1) {
    const same = whole.get(words.slice(0, size).map(({ key }) => key).join(" "));
    if (same) return choose(text, at, words[size - 1]!.end, same);
  }
  const [start] = words;
  const alike = start && first.get(start.key);
  if (alike) return choose(text, at, start.end, alike);
  return start && wholeGroup.has(start.key) && mayCallGroup ? { at, length: start.end - at, actor: null } : null;
}

function choose(text: string, at: number, end: number, people: readonly Nameable[]): StoredMention | null {
  which.lastIndex = end;
  const sign = which.exec(text)?.[1];
  const meant = sign ? people.filter(({ membershipId }) => membershipId.startsWith(sign)) : people;
  return meant.length === 1 ? { at, length: (sign ? which.lastIndex : end) - at, actor: meant[0]!.actorId } : null;
}

/** The words that follow, each with where it ends. */
function readWords(text: string, from: number): { key: string; end: number }[] {
  const words: { key: string; end: number }[] = [];
  let at = from;
  while (words.length < mostWords) {
    word.lastIndex = at;
    const found = word.exec(text)?.[0];
    if (!found) break;
    words.push({ key: plain(found), end: word.lastIndex });
    between.lastIndex = word.lastIndex;
    if (!between.test(text)) break;
    at = between.lastIndex;
  }
  return words;
}

/** A name as it is compared: its words in small letters, without accents. */
export const plainName = (name: string) => wordsOf(name).join(" ");

const wordsOf = (name: string) => (name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(plain);
const plain = (written: string) => written.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function put(map: Map<string, Nameable[]>, key: string, person: Nameable): void {
  map.set(key, [...(map.get(key) ?? []), person]);
}
