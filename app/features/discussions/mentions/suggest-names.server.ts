import { namesInGroups } from "~/features/groups/index.server";
import { findMentions, plainName, type Nameable } from "~/features/groups/mentions/find-mentions";
import { fittingNames } from "~/features/groups/mentions/fitting-names";
import { showPeople } from "~/features/spaces/index.server";
import { mayCallGroup, mayPost } from "~/permissions/discussions";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { perPerson } from "~/platform/limiter.server";
import { accessDiscussion } from "../access-discussion.server";
import type { SuggestedName } from "./mentions";

/** More would be a list to read instead of a help. */
const most = 5;
const oftenEnough = perPerson(120, "minute");
/** How the whole group is called. */
const groupNames = { nl: "iedereen", fr: "tous", en: "everyone" } as const;

/**
 * Members of the group whose shown name, or a word of it, begins with what was typed after "@": for who may write in the
 * conversation, by the names that they see there anyway. Only what would really name that person when it is sent.
 */
export async function suggestNames(ctx: Ctx, { discussion: id, typed }: { discussion: string; typed: string }): Promise<SuggestedName[]> {
  await ctx.house.limiter.consume(ctx, "discussion.names", oftenEnough);
  const { discussion, relation } = await accessDiscussion(ctx, id, false);
  const may = mayPost(ctx.actor, relation);
  if (may !== true) throw new AppError(may);
  const people = (await namesInGroups(ctx, [discussion.groupId])).get(discussion.groupId) ?? [];
  const fitting = fittingNames(people, typed, most * 2);
  const shown = await showPeople(ctx, discussion.spaceId, fitting.map((one) => one.actorId));
  const names: SuggestedName[] = [];
  const group = groupNames[ctx.language];
  if (group.startsWith(plainName(typed)) && mayCallGroup(ctx.actor, relation) === true) names.push({ id: "group", name: group, say: group, staff: null });
  for (const { actorId, membershipId, shownName } of fitting) {
    const person = shown.get(actorId);
    if (person?.membershipId !== membershipId) continue;
    const say = sayFor({ actorId, membershipId, shownName }, people);
    if (say) names.push({ id: membershipId, name: shownName, say, staff: person.staff ? `${person.staff.function}, ${person.staff.organisation}` : null });
  }
  return names.slice(0, most);
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
