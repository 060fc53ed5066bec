import { namesInGroups, suggestMembers } from "~/features/groups/index.server";
import { plainName } from "~/features/groups/mentions/find-mentions";
import type { SuggestedName } from "~/features/groups/mentions/suggested-name";
import { mayCallGroup, mayPost } from "~/permissions/discussions";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { perPerson } from "~/platform/limiter.server";
import { accessDiscussion } from "../access-discussion.server";

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
  const { groupId, spaceId } = discussion;
  const people = (await namesInGroups(ctx, [groupId])).get(groupId) ?? [];
  const members = await suggestMembers(ctx, { people, spaceId }, typed, most * 2);
  const names = members.flatMap(({ say, ...one }): SuggestedName[] => (say === null ? [] : [{ ...one, say }]));
  const group = groupNames[ctx.language];
  if (group.startsWith(plainName(typed)) && mayCallGroup(ctx.actor, relation) === true) names.unshift({ id: "group", name: group, say: group, staff: null });
  return names.slice(0, most);
}
