import { and, eq } from "drizzle-orm";
import { fact as factTable } from "#db/schema/index";
import { keepDraft } from "~/features/accounts/index.server";
import { groupStream } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { defineLiveEvent, liveAction } from "~/platform/live-event.server";
import type { WrittenFact } from "~/platform/write-facts.server";
import { accessDiscussion } from "../access-discussion.server";
import { PartInput, PreviewInput, SeenInput, SuggestNamesInput } from "../input";
import { suggestNames } from "../mentions/suggest-names.server";
import { readWindow } from "../read-discussion.server";
import { readReading } from "../reading/unread.server";
import { editMessage } from "../writing/edit-message.server";
import { messagePosted } from "../facts";
import { markRead } from "../reading/mark-read.server";
import { tellOwnDevices } from "../reading/tell-own-devices.server";
import { postMessage } from "../writing/post-message.server";
import { previewText } from "../writing/preview-message.server";
import { reactToMessage } from "../reactions/react-to-message.server";
import type { MessageRow } from "../queries.server";
import { removeMessage } from "../writing/remove-message.server";
import { showMessages } from "../show-messages.server";

/** The message as it now is, and the number of the group's stream at which that is known. */
async function answer(ctx: Ctx, { row, spaceId }: { row: MessageRow; spaceId: string }, facts: WrittenFact[]) {
  // Shown after the commit: the conversation is held no longer than the writing takes.
  const [message] = await showMessages(ctx, spaceId, [row]);
  return { message: message!, n: numberIn(row, facts) };
}

/** The number that the group's stream reached with what was written. */
const numberIn = (row: MessageRow, facts: WrittenFact[]) => facts.find((one) => one.stream === groupStream(row.groupId))?.n ?? null;

defineLiveEvent({
  name: "message:post",
  input: postMessage.input,
  handle: async (ctx, input) => {
    const { value, facts } = await postMessage.withFacts(ctx, input);
    return { message: value.shown, n: numberIn(value.row, facts) ?? (await numberOfPost(ctx, value.row)) };
  },
});

defineLiveEvent({
  name: "message:edit",
  input: editMessage.input,
  handle: async (ctx, input) => {
    const { value, facts } = await editMessage.withFacts(ctx, input);
    return answer(ctx, value, facts);
  },
});

defineLiveEvent({
  name: "message:remove",
  input: removeMessage.input,
  handle: async (ctx, input) => {
    const { value, facts } = await removeMessage.withFacts(ctx, input);
    return answer(ctx, value, facts);
  },
});

defineLiveEvent({
  name: "message:react",
  input: reactToMessage.input,
  handle: async (ctx, input) => {
    const { value, facts } = await reactToMessage.withFacts(ctx, input);
    tellOwnDevices(ctx.actor.personId!, "message:reacted", { id: value.row.id, kind: input.kind, on: input.on });
    return answer(ctx, value, facts);
  },
});

defineLiveEvent({ name: "message:preview", input: PreviewInput, volatile: true, handle: (ctx, { discussion, text }) => previewText(ctx, discussion, text) });

defineLiveEvent({ name: "discussion:names", input: SuggestNamesInput, volatile: true, handle: async (ctx, input) => ({ names: await suggestNames(ctx, input) }) });

liveAction("discussion:read", markRead, (value) => value);

defineLiveEvent({
  name: "discussion:seen",
  input: SeenInput,
  handle: async (ctx, input) => {
    const { discussion } = await accessDiscussion(ctx, input.discussion);
    return { seen: (await readReading(ctx, ctx.actor.personId!, discussion.id)).seen };
  },
});

defineLiveEvent({
  name: "discussion:part",
  input: PartInput,
  handle: async (ctx, input) => ({ part: await readWindow(ctx, await accessDiscussion(ctx, input.discussion), input.from, input.size) }),
});

defineLiveEvent({
  name: "draft:keep",
  input: keepDraft.input,
  handle: async (ctx, input) => {
    await keepDraft(ctx, input);
    tellOwnDevices(ctx.actor.personId!, "draft:kept", input);
    return {};
  },
});

/** The number under which a message was posted, for one that was sent again. */
async function numberOfPost(ctx: Ctx, row: MessageRow): Promise<number | null> {
  const [posted] = await ctx.db.select({ n: factTable.n }).from(factTable).where(and(eq(factTable.objectId, row.id), eq(factTable.type, messagePosted.name)));
  return posted?.n ?? null;
}
