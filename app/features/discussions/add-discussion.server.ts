import { eq } from "drizzle-orm";
import { discussion } from "#db/schema/index";
import type { AccessedGroup } from "~/features/groups/index.server";
import type { DiscussionKind } from "~/permissions/discussions";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { aboutFact, relationToDiscussion, type AccessedDiscussion } from "./access-discussion.server";
import { announced, discussionStarted } from "./facts";
import { questionAsked } from "./questions/facts";
import { discussionColumns } from "./queries.server";

const startedAs = { conversation: discussionStarted, question: questionAsked, announcement: announced };

/**
 * Adds a conversation without messages, by the actor, and states its fact.
 * @returns null when the actor started this very one at the same moment.
 * @throws AppError `already_done` when the id was used for something else.
 */
export async function addDiscussion(
  ctx: Ctx,
  given: { id: string; kind: DiscussionKind; title: string; at: Pick<AccessedGroup, "group" | "space" | "relation">; fact: FactWriter },
): Promise<Pick<AccessedDiscussion, "discussion" | "relation"> | null> {
  const { id, kind, title, at, fact } = given;
  const [made] = await ctx.db
    .insert(discussion)
    .values({
      id,
      spaceId: at.space.id,
      groupId: at.group.id,
      kind,
      title,
      authorActor: ctx.actor.actorId!,
      questionState: kind === "question" ? "asked" : null,
      lastMessageAt: ctx.now,
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning(discussionColumns);
  if (!made) {
    const [first] = await ctx.db.select({ author: discussion.authorActor, title: discussion.title }).from(discussion).where(eq(discussion.id, id));
    if (first?.author === ctx.actor.actorId && first.title === title) return null;
    throw new AppError("already_done");
  }
  const started = { discussion: made, relation: relationToDiscussion(ctx.actor, made, at.relation) };
  fact(startedAs[kind], { ...aboutFact(started, { kind: "discussion", id }), data: {} });
  return started;
}
