import { showPeople } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { NamedMember } from "../members-of.server";
import { findMentions, type Nameable } from "./find-mentions";
import { fittingNames } from "./fitting-names";
import type { SuggestedName } from "./suggested-name";

/** Somebody of the group; `say` is null where no words mean that very person. */
export type SuggestedMember = Omit<SuggestedName, "say"> & { say: string | null };

/**
 * Those of some members whose shown name, or a word of it, begins with what was typed after "@", at most `most`, by the names
 * that the actor sees there anyway; whether they may ask is for the caller.
 */
export async function suggestMembers(ctx: Ctx, { people, spaceId }: { people: readonly NamedMember[]; spaceId: string }, typed: string, most: number): Promise<SuggestedMember[]> {
  const fitting = fittingNames(people, typed, most);
  const shown = await showPeople(ctx, spaceId, fitting.map(({ actorId }) => actorId));
  return fitting.flatMap((one) => {
    const person = shown.get(one.actorId);
    if (person?.membershipId !== one.membershipId) return [];
    return [{ id: one.membershipId, name: one.shownName, say: sayFor(one, people), staff: person.staff ? `${person.staff.function}, ${person.staff.organisation}` : null }];
  });
}

/** The beginning of a name that stands as one in a text, and its first word. */
const [asOne, firstWord] = [/^[\p{L}\p{M}\p{N}]+(?:[ .'’_-]{1,2}[\p{L}\p{M}\p{N}]+)*/u, /^[\p{L}\p{M}\p{N}]+/u];

/** What to write after "@" so that this very person is meant; null where no words do that. */
function sayFor(person: Nameable, people: readonly Nameable[]): string | null {
  const sign = `#${person.membershipId.slice(0, 4)}`;
  const ways = [person.shownName, ...[asOne, firstWord].flatMap((part) => part.exec(person.shownName)?.map((words) => words + sign) ?? [])];
  for (const way of ways) {
    const [found] = findMentions(`@${way}`, people, false);
    if (found?.at === 0 && found.actor === person.actorId) return way.slice(0, found.length - 1);
  }
  return null;
}
