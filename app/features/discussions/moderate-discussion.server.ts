import { eq, sql } from "drizzle-orm";
import { discussion } from "#db/schema/index";
import { groupStream } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { accessDiscussion } from "./access-discussion.server";
import { discussionModerated } from "./facts";
import { findDiscussion, findMessageByNumber, type DiscussionRow } from "./queries.server";
import { nameOf } from "./show-messages.server";
import { discussionHref } from "./views";

/** What moderation, further up, needs to see a conversation or question as a whole and to act upon it; as `messageSubject`. */
export const discussionSubject = {
  kind: "discussion" as const,
  /** As the actor may see it. @throws AppError as `accessDiscussion`. */
  see: async (ctx: Ctx, id: string) => describe(ctx, (await accessDiscussion({ ...ctx, writing: false }, id)).discussion),
  find: async (ctx: Ctx, id: string) => {
    const row = await findDiscussion(ctx, id);
    return row ? describe(ctx, row) : null;
  },
  measures: {
    hide: { apply: (ctx: Ctx, id: string, fact: FactWriter) => change(ctx, id, { moderation: "hidden" }, fact), undo: giveBack },
    remove: { apply: (ctx: Ctx, id: string, fact: FactWriter) => change(ctx, id, { moderation: "removed" }, fact), undo: giveBack },
    lock: { apply: (ctx: Ctx, id: string, fact: FactWriter) => change(ctx, id, { state: "locked" }, fact), undo: unlock },
  },
};

async function describe(ctx: Ctx, row: DiscussionRow) {
  const names = await nameOf(ctx, row.spaceId, [row.authorActor]);
  const first = await findMessageByNumber(ctx, row.id, 1);
  // The first message belongs to it only where it was written by who started it.
  const text = first && first.authorActor === row.authorActor && first.state === "visible" ? first.text : "";
  return {
    spaceId: row.spaceId,
    groupId: row.groupId,
    authorActor: row.authorActor,
    title: row.title,
    text: [row.title, text].filter(Boolean).join("\n\n"),
    shownName: names(row.authorActor),
    href: discussionHref(row.id),
    state: row.moderation,
  };
}

async function giveBack(ctx: Ctx, id: string, before: Record<string, unknown>, fact: FactWriter): Promise<void> {
  const moderation = (["visible", "hidden", "removed"] as const).find((one) => one === before["moderation"]) ?? "visible";
  await change(ctx, id, { moderation }, fact);
}

async function unlock(ctx: Ctx, id: string, before: Record<string, unknown>, fact: FactWriter): Promise<void> {
  const state = (["open", "closed", "locked"] as const).find((one) => one === before["state"]) ?? "open";
  await change(ctx, id, { state }, fact);
}

/** @returns what it was before. */
async function change(ctx: Ctx, id: string, to: { moderation?: DiscussionRow["moderation"]; state?: DiscussionRow["state"] }, fact: FactWriter) {
  const row = await findDiscussion(ctx, id, true);
  if (!row) return {};
  const { moderation, state, groupId, spaceId } = row;
  if ((to.moderation ?? moderation) !== moderation || (to.state ?? state) !== state) {
    await ctx.db.update(discussion).set({ ...to, rev: sql`${discussion.rev} + 1` }).where(eq(discussion.id, id));
    fact(discussionModerated, { stream: groupStream(groupId), spaceId, groupId, object: { kind: "discussion", id }, data: {} });
  }
  return { moderation, state };
}
