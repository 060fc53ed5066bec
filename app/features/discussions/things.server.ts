import { inArray } from "drizzle-orm";
import { discussion, questionBundle } from "#db/schema/index";
import { loadRelations } from "~/features/groups/index.server";
import { accessSpace } from "~/features/spaces/index.server";
import { mayReadBundle, mayReadDiscussion } from "~/permissions/discussions";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineThing } from "~/platform/things.server";
import { relationToDiscussion } from "./access-discussion.server";
import { discussionColumns, findMessages, type DiscussionRow } from "./queries.server";
import { bundleHref, discussionHref, messageHref } from "./views";

/** Conversations that the actor may read, of those asked for. */
async function readableDiscussions(ctx: Ctx, ids: string[]): Promise<DiscussionRow[]> {
  const rows = await ctx.db.select(discussionColumns).from(discussion).where(inArray(discussion.id, ids));
  const relations = await loadRelations(ctx, [ctx.actor.personId], rows.map((row) => row.groupId));
  return rows.filter((row) => {
    const inGroup = relations(ctx.actor.personId, row.groupId);
    return inGroup !== undefined && mayReadDiscussion(ctx.actor, relationToDiscussion(ctx.actor, row, inGroup.relation)) === true;
  });
}

defineThing("discussion", async (ctx, ids) =>
  (await readableDiscussions(ctx, ids)).map((row) => ({ kind: "discussion", id: row.id, spaceId: row.spaceId, title: row.title, href: discussionHref(row.id) })),
);

defineThing("message", async (ctx, ids) => {
  const rows = (await findMessages(ctx, ids)).filter((row) => row.state === "visible");
  const parents = new Map((await readableDiscussions(ctx, rows.map((row) => row.discussionId))).map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    const parent = parents.get(row.discussionId);
    return parent ? { kind: "message", id: row.id, spaceId: parent.spaceId, title: parent.title, href: messageHref(parent.id, row.number) } : [];
  });
});

defineThing("bundle", async (ctx, ids) => {
  const rows = await ctx.db.select().from(questionBundle).where(inArray(questionBundle.id, ids));
  const shown = [];
  for (const row of rows) {
    const accessed = await accessSpace(ctx, { id: row.spaceId }).catch((error: unknown) => {
      if (error instanceof AppError) return null;
      throw error;
    });
    if (accessed && mayReadBundle(ctx.actor, accessed.relation) === true) shown.push({ kind: "bundle", id: row.id, spaceId: row.spaceId, title: row.title, href: bundleHref(row.id) });
  }
  return shown;
});
