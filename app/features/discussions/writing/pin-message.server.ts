import { and, eq, inArray, sql } from "drizzle-orm";
import { discussion, message } from "#db/schema/index";
import { mayPinMessage } from "~/permissions/discussions";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import type { FactWriter } from "~/platform/write-facts.server";
import { aboutFact, accessMessage, type AccessedDiscussion } from "../access-discussion.server";
import { pinsChanged } from "../facts";
import { PinMessageInput } from "../input";
import type { MessageRow } from "../queries.server";

/**
 * Puts a message at the top of its conversation, or takes it away from there. Saying the same again changes nothing.
 * @throws AppError `enough_pinned`; `closed` for a message that is gone; `forbidden` … from the rule.
 */
export const pinMessage = defineAction({
  name: "discussion.pin",
  input: PinMessageInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessMessage(ctx, input.id),
  allow: (actor, loaded, input) => mayPinMessage(actor, loaded.relation, loaded.own, input.on),
  run: async (ctx, { input: { on }, loaded, fact }) => {
    const { message: row } = loaded;
    const { id, pinned } = loaded.discussion;
    const before = pinned ?? [];
    if (before.includes(row.id) === on) return { row };
    const now = on ? [...before, row.id] : before.filter((one) => one !== row.id);
    // What was taken away since stands there no more, and takes no place.
    const seen = await ctx.db.select({ id: message.id }).from(message).where(and(inArray(message.id, now), eq(message.discussionId, id), eq(message.state, "visible")));
    const kept = now.filter((one) => seen.some((there) => there.id === one));
    if (on && kept.length > limits.pinnedMessages) throw new AppError("enough_pinned");
    await ctx.db.update(discussion).set({ pinned: kept.length > 0 ? kept : null, rev: sql`${discussion.rev} + 1` }).where(eq(discussion.id, id));
    fact(pinsChanged, { ...aboutFact(loaded, { kind: "discussion", id }), data: { number: row.number, pinned: on } });
    return { row };
  },
});

/** Takes messages away from the top of a conversation that they leave; the action holds its row. */
export async function unpin(ctx: Ctx, left: Pick<AccessedDiscussion, "discussion" | "relation">, rows: readonly MessageRow[], fact: FactWriter): Promise<void> {
  const { id, pinned } = left.discussion;
  const gone = rows.filter((row) => pinned?.includes(row.id));
  if (gone.length === 0) return;
  const kept = pinned!.filter((one) => !gone.some((row) => row.id === one));
  await ctx.db.update(discussion).set({ pinned: kept.length > 0 ? kept : null, rev: sql`${discussion.rev} + 1` }).where(eq(discussion.id, id));
  for (const { number } of gone) fact(pinsChanged, { ...aboutFact(left, { kind: "discussion", id }), data: { number, pinned: false } });
}
