import { suggestMembers } from "~/features/groups/index.server";
import { mayComment, mayWriteDocument } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { perPerson } from "~/platform/limiter.server";
import { accessDocument } from "../access-document.server";
import { nameMemberships } from "../blocks/name-people.server";
import type { PeopleNames } from "../blocks/people-names";
import type { SuggestedPerson } from "../live";
import { namesInText } from "../narrowing/names-in-text.server";

/** More would be a list to read instead of a help. */
const most = 5;
const oftenEnough = perPerson(120, "minute");

/**
 * Members of the group who read a text and whose shown name, or a word of it, begins with what was typed: for who may write in it or
 * leave remarks, by the names that they see there anyway. @throws AppError as `accessDocument` and the rule of remarks; `too_many`.
 */
export async function suggestPeople(ctx: Ctx, { document: id, typed }: { document: string; typed: string }): Promise<SuggestedPerson[]> {
  await ctx.house.limiter.consume(ctx, "document.people", oftenEnough);
  const { document, relation } = await accessDocument(ctx, id);
  const may = mayComment(ctx.actor, relation);
  if (may !== true) throw new AppError(may);
  return suggestMembers(ctx, { people: await namesInText(ctx, document), spaceId: document.spaceId }, typed, most);
}

/**
 * What people are called whom others name while one writes, by membership, as this reader may see them; who is not of the
 * leerplek is not in it. @throws AppError as `accessDocument` and the rule of writing; `too_many`.
 */
export async function namesOfPeople(ctx: Ctx, { document: id, people }: { document: string; people: string[] }): Promise<PeopleNames> {
  await ctx.house.limiter.consume(ctx, "document.people", oftenEnough);
  const { document, relation } = await accessDocument(ctx, id);
  const may = mayWriteDocument(ctx.actor, relation);
  if (may !== true) throw new AppError(may);
  return nameMemberships(ctx, document.spaceId, people);
}
