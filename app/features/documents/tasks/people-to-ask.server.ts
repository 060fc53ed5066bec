import { namesInGroups } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";

/** Somebody whom a task can be given to. */
export interface PersonToAsk {
  /** The membership of the leerplek. */
  id: string;
  name: string;
}

/** Everyone of the group, by name. */
export async function peopleToAsk(ctx: Ctx, groupId: string): Promise<PersonToAsk[]> {
  const people = (await namesInGroups(ctx, [groupId])).get(groupId) ?? [];
  return people.map(({ membershipId, shownName }) => ({ id: membershipId, name: shownName })).sort((a, b) => a.name.localeCompare(b.name, "nl") || a.id.localeCompare(b.id));
}
