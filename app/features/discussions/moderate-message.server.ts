import { eq, sql } from "drizzle-orm";
import { message, messageTakenBack } from "#db/schema/index";
import { groupStream } from "~/features/groups/index.server";
import { theHouse, type Ctx } from "~/platform/ctx.server";
import type { PictureSize } from "~/platform/pictures/picture-files.server";
import { toSeen, type SeenPicture } from "~/platform/pictures/see-picture.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { accessMessage } from "./access-discussion.server";
import { messageModerated } from "./facts";
import { inWords } from "./pictures/in-words.server";
import { findDiscussion, findMessages, findMessagesBetween, type MessageRow } from "./queries.server";
import { nameOf } from "./show-messages.server";
import { messageHref } from "./views";

/** How many messages on either side a moderator sees with the one that was reported. */
const around = 3;

/**
 * What moderation, further up, needs to see a message and to act upon it. The right to do so comes from a case, so nothing
 * here asks for it; each function runs inside an action of moderation.
 */
export const messageSubject = {
  kind: "message" as const,
  /** As the actor may see it. @throws AppError as `accessMessage`. */
  see: async (ctx: Ctx, id: string) => {
    const { message: row, discussion } = await accessMessage({ ...ctx, writing: false }, id);
    return describe(ctx, row, discussion.title);
  },
  find: async (ctx: Ctx, id: string) => {
    const [row] = await findMessages(ctx, [id]);
    const parent = row && (await findDiscussion(ctx, row.discussionId));
    return row && parent ? describe(ctx, row, parent.title) : null;
  },
  surroundings: async (ctx: Ctx, id: string) => {
    const [row] = await findMessages(ctx, [id]);
    const parent = row && (await findDiscussion(ctx, row.discussionId));
    if (!row || !parent) return [];
    const rows = await findMessagesBetween(ctx, row.discussionId, row.number - around, row.number + around);
    const names = await nameOf({ ...ctx, actor: theHouse }, parent.spaceId, rows.map((one) => one.authorActor));
    return rows.map((one) => ({ id: one.id, shownName: names(one.authorActor), text: evidenceOf(one), at: one.createdAt, it: one.id === id }));
  },
  /** What stands with it now, also where moderation hid it; null without one. */
  picture: async (ctx: Ctx, id: string, size: PictureSize): Promise<SeenPicture | null> => {
    const [row] = await findMessages(ctx, [id]);
    return row?.picture ? toSeen(ctx, row.picture, size) : null;
  },
  measures: {
    label: {
      apply: async (ctx: Ctx, id: string, fact: FactWriter) => ({ labelled: (await change(ctx, id, { labelled: true }, fact))?.labelled ?? false }),
      undo: async (ctx: Ctx, id: string, before: Record<string, unknown>, fact: FactWriter) => void (await change(ctx, id, { labelled: before["labelled"] === true }, fact)),
    },
    hide: { apply: (ctx: Ctx, id: string, fact: FactWriter) => take(ctx, id, "hidden", fact), undo: giveBack },
    remove: { apply: (ctx: Ctx, id: string, fact: FactWriter) => take(ctx, id, "removed", fact), undo: giveBack },
  },
};

async function describe(ctx: Ctx, row: MessageRow, title: string) {
  const parent = await findDiscussion(ctx, row.discussionId);
  const names = await nameOf(ctx, parent!.spaceId, [row.authorActor]);
  const href = messageHref(row.discussionId, row.number);
  return { spaceId: parent!.spaceId, groupId: row.groupId, authorActor: row.authorActor, title, text: evidenceOf(row), shownName: names(row.authorActor), href, state: row.state, picture: row.picture !== null };
}

/** Its words, with those about its picture: in one language, so that who looks at it later finds the same words. */
const evidenceOf = (row: MessageRow): string => inWords(row, "nl");

/** Hides or removes; the text stays in its row for a second look. @returns what it was before. */
async function take(ctx: Ctx, id: string, state: "hidden" | "removed", fact: FactWriter) {
  return { state: (await change(ctx, id, { state }, fact))?.state ?? state };
}

/** A message that its author took back meanwhile stays gone, unless they put it back. */
async function giveBack(ctx: Ctx, id: string, before: Record<string, unknown>, fact: FactWriter): Promise<void> {
  const state = (["visible", "hidden", "removed"] as const).find((one) => one === before["state"]) ?? "visible";
  await change(ctx, id, { state }, fact);
}

/** @returns the row as it was, null when it is no more. */
async function change(ctx: Ctx, id: string, to: { state?: MessageRow["state"]; labelled?: boolean }, fact: FactWriter): Promise<MessageRow | null> {
  const [row] = await findMessages(ctx, [id], true);
  const parent = row && (await findDiscussion(ctx, row.discussionId));
  if (!row || !parent) return null;
  if (to.state && row.state === "removed" && row.text === "") return { ...row, state: await noteForReturn(ctx, id, to.state) };
  const changes = (to.state ?? row.state) !== row.state || (to.labelled ?? row.labelled) !== row.labelled;
  if (changes) {
    await ctx.db.update(message).set({ ...to, rev: sql`${message.rev} + 1` }).where(eq(message.id, id));
    fact(messageModerated, {
      stream: groupStream(row.groupId),
      spaceId: parent.spaceId,
      groupId: row.groupId,
      object: { kind: "message", id },
      data: { discussion: row.discussionId, number: row.number },
    });
  }
  return row;
}

/** What a message that its author took back will be, should they put it back. @returns what it would have been. */
async function noteForReturn(ctx: Ctx, id: string, state: MessageRow["state"]): Promise<MessageRow["state"]> {
  const [taken] = await ctx.db.select({ state: messageTakenBack.state }).from(messageTakenBack).where(eq(messageTakenBack.messageId, id)).for("update");
  if (taken) await ctx.db.update(messageTakenBack).set({ state }).where(eq(messageTakenBack.messageId, id));
  return taken?.state ?? "removed";
}
