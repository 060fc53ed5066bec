import { eq } from "drizzle-orm";
import { group } from "#db/schema/index";
import { defineSpaceEcho } from "~/features/spaces/index.server";
import { spaceChangedAround } from "./facts";
import { groupStream } from "./group-stream.server";

defineSpaceEcho("groups", async (ctx, { spaceId, change, fact }) => {
  const groups = await ctx.db.select({ id: group.id }).from(group).where(eq(group.spaceId, spaceId)).orderBy(group.id);
  for (const { id } of groups) fact(spaceChangedAround, { stream: groupStream(id), spaceId, groupId: id, data: { change } });
});
