import { namesInGroups, whoReads, type AccessedGroup, type SomeReaders } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { DocumentRow } from "../queries.server";

/** "Wie leest dit?", of a text. Whoever runs the group may always read along, so the words say so too. */
export async function whoReadsText(ctx: Ctx, { group, space, document }: Pick<AccessedGroup, "group" | "space"> & { document: Pick<DocumentRow, "readBy" | "few"> }): Promise<SomeReaders> {
  if (document.readBy === "group") return whoReads(ctx, { group, space });
  if (document.readBy === "members") return whoReads(ctx, { group: { ...group, visibility: "members" }, space });
  const members = (await namesInGroups(ctx, [group.id])).get(group.id) ?? [];
  return { who: "few", count: members.filter(({ membershipId }) => document.few.includes(membershipId)).length };
}
