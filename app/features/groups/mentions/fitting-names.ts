import { plainName, type Nameable } from "./find-mentions";

/**
 * Those whose shown name, or a word of it, begins with what was typed after "@", however its letters and accents are
 * written: the nearest first, then by name; at most `most`.
 */
export function fittingNames<P extends Nameable>(people: readonly P[], typed: string, most: number): P[] {
  const begin = plainName(typed);
  return people
    .map((person) => ({ person, plain: plainName(person.shownName) }))
    .filter(({ plain }) => ` ${plain}`.includes(` ${begin}`))
    .sort((a, b) => Number(b.plain.startsWith(begin)) - Number(a.plain.startsWith(begin)) || a.plain.localeCompare(b.plain, "nl") || (a.person.membershipId < b.person.membershipId ? -1 : 1))
    .slice(0, most)
    .map(({ person }) => person);
}
