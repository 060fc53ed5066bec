import { mayPost } from "~/permissions/discussions";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { perPerson } from "~/platform/limiter.server";
import { cleanText } from "~/platform/written-text";
import { accessDiscussion } from "../access-discussion.server";
import type { Mention } from "../mentions/mentions";
import { resolveMentions } from "../mentions/resolve-mentions.server";
import { authorsOf } from "../show-messages.server";
import type { Previewed } from "./message-preview";

const oftenEnough = perPerson(120, "minute");

/** What somebody wants to look at before they post it, from a form. Takes whatever a form may hold. */
export async function previewMessage(ctx: Ctx, discussionId: string, { id, text }: Record<string, string | string[]>): Promise<Previewed> {
  return { id: typeof id === "string" ? id : "", ...(await previewText(ctx, discussionId, typeof text === "string" ? text : "")) };
}

/** A text cleaned as it will be kept, with who is meant by the names in it. Nothing is stored; too much is cut off. */
export async function previewText(ctx: Ctx, discussionId: string, written: string): Promise<{ text: string; mentions: Mention[] }> {
  await ctx.house.limiter.consume(ctx, "discussion.preview", oftenEnough);
  const text = cleanText(written.slice(0, limits.messageCharacters * 2)).slice(0, limits.messageCharacters);
  const accessed = await accessDiscussion(ctx, discussionId, false);
  // Who may not write here is not told who is a member.
  if (mayPost(ctx.actor, accessed.relation) !== true) return { text, mentions: [] };
  const [found] = await resolveMentions(ctx, [{ text, actor: ctx.actor, accessed }]);
  if (!found) return { text, mentions: [] };
  const authors = await authorsOf(ctx, accessed.discussion.spaceId, found.flatMap((one) => one.actor ?? []));
  return { text, mentions: found.map(({ at, length, actor }) => ({ at, length, who: actor === null ? null : authors(actor) })) };
}
