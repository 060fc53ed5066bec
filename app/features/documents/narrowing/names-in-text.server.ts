import { namesInGroups, type NamedMember } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { DocumentRow } from "../queries.server";
import { readersAmong } from "../rights.server";

/** Members of the group of a text who may read it, with the name they show there. */
export async function namesInText(ctx: Ctx, { id, groupId, readBy }: Pick<DocumentRow, "id" | "groupId" | "readBy">): Promise<NamedMember[]> {
  const people = (await namesInGroups(ctx, [groupId])).get(groupId) ?? [];
  if (readBy === "group") return people;
  const readers = new Set(await readersAmong(ctx, id, people));
  return people.filter(({ actorId }) => readers.has(actorId));
}
