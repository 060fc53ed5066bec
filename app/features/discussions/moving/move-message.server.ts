import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { message } from "#db/schema/index";
import { accessGroup, groupsAmong, type AccessedGroup } from "~/features/groups/index.server";
import { mayMoveMessage } from "~/permissions/discussions";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { streamId } from "~/platform/streams";
import { aboutFact, accessDiscussions, relationToMessage, type AccessedDiscussion, type AccessedMessage } from "../access-discussion.server";
import { addDiscussion } from "../add-discussion.server";
import { messageMovedAway, messageMovedHere, movedForYou } from "../facts";
import { MoveMessageInput } from "../input";
import { findDiscussion, findMessages, messageColumns, type MessageRow } from "../queries.server";
import { unpin } from "../writing/pin-message.server";
import { putElsewhere } from "./put-elsewhere.server";

/**
 * Moves a message, and the answers to it when asked, to the end of another conversation of the same leerplek, or to a new
 * one. It keeps its id, its reactions and its history; where it stood, a reference stays, so that links, quotes and what
 * was read hold. Moving it to where it stands changes nothing.
 * @throws AppError `wider_audience` when somebody would read it who could not before; `stale` when it was moved at this very
 *   moment; `closed` when it is gone or the other conversation is; `invalid_input` for a new one without title or group.
 */
export const moveMessage = defineAction({
  name: "discussion.move-message",
  input: MoveMessageInput,
  limit: perPerson(30, "minute"),
  load: loadMove,
  allow: (actor, { relation, own, to, at, sameGroup, membersAmong }) => mayMoveMessage(actor, relation, own, { group: at.relation, membersAmong, sameGroup, discussion: to?.relation ?? null }),
  run: async (ctx, { input, loaded, fact }) => {
    if (input.to === loaded.discussion.id) return { row: loaded.message };
    const there = loaded.to ?? (await addDiscussion(ctx, { id: input.to, kind: "conversation", title: input.title!, at: loaded.at, fact }));
    // The same was sent twice at once, and the other one is about to do it.
    if (!there) throw new AppError("stale");
    const moved = await putElsewhere(ctx, { rows: input.replies ? [loaded.message, ...(await repliesTo(ctx, loaded))] : [loaded.message], to: there.discussion });
    for (const one of moved) {
      const left = { discussion: loaded.discussion.id, number: one.before.number };
      fact(messageMovedAway, { ...aboutFact(loaded, { kind: "message", id: one.leftBehind }), data: left });
      fact(messageMovedHere, { ...aboutFact(there, { kind: "message", id: one.row.id }), data: { discussion: there.discussion.id, number: one.row.number } });
      const { authorActor: author } = one.row;
      if (author !== ctx.actor.actorId) fact(movedForYou, { ...aboutFact(loaded, { kind: "message", id: one.row.id }), stream: streamId("person", author), data: left });
    }
    await unpin(ctx, loaded, moved.map(({ before }) => before), fact);
    return { row: moved[0]!.row };
  },
});

interface Loaded extends AccessedMessage {
  /** The conversation that it goes to; null for one that begins with it. */
  to: AccessedDiscussion | null;
  /** The group where that stands. */
  at: Pick<AccessedGroup, "group" | "space" | "relation">;
  sameGroup: boolean;
  membersAmong: boolean;
}

async function loadMove(ctx: Ctx, input: z.infer<typeof MoveMessageInput>): Promise<Loaded> {
  const [found] = await findMessages(ctx, [input.id]);
  if (!found) throw new AppError("not_found");
  const fresh = (await findDiscussion(ctx, input.to)) ? null : await accessNewPlace(ctx, input);
  const [here, to = null] = await accessBoth(ctx, found.discussionId, fresh ? null : input.to);
  const [row] = await findMessages(ctx, [input.id], true);
  // The same came in twice at once, and the other one was first.
  if (row?.discussionId === input.to && here!.discussion.id !== input.to) return loadMove(ctx, input);
  if (row?.discussionId !== here!.discussion.id) throw new AppError("stale");
  const goes = to ?? here!;
  const at = fresh ?? { group: goes.group, space: goes.space, relation: goes.relation.group };
  if (at.space.id !== here!.space.id) throw new AppError("not_found");
  const sameGroup = at.group.id === here!.group.id;
  const membersAmong = sameGroup || (await groupsAmong(ctx, [at.group.id], here!.group.id)).has(at.group.id);
  return { ...here!, message: row, own: relationToMessage(ctx.actor, row), to, at, sameGroup, membersAmong };
}

/** The group of a conversation that begins with the message. */
async function accessNewPlace(ctx: Ctx, input: { title?: string | undefined; group?: string | undefined }) {
  const fields = { ...(input.title ? {} : { title: "required" }), ...(input.group ? {} : { group: "required" }) };
  if (!input.title || !input.group) throw new AppError("invalid_input", { fields });
  return accessGroup(ctx, input.group);
}

/** Where it stands, and where it goes when that is there already; both are held. */
async function accessBoth(ctx: Ctx, here: string, there: string | null): Promise<AccessedDiscussion[]> {
  const ids = there === null || there === here ? [here] : [here, there];
  const accessed = await accessDiscussions(ctx, ids.map((id) => ({ actor: ctx.actor, id })));
  return accessed.map((one) => {
    if (one instanceof AppError) throw one;
    return one;
  });
}

/** What still stands under the message as an answer to it, in order. */
async function repliesTo(ctx: Ctx, { message: row }: AccessedMessage): Promise<MessageRow[]> {
  return ctx.db
    .select(messageColumns)
    .from(message)
    .where(and(eq(message.discussionId, row.discussionId), eq(message.replyToId, row.id), eq(message.state, "visible")))
    .orderBy(asc(message.number))
    .limit(limits.movedAtOnce)
    .for("no key update");
}
