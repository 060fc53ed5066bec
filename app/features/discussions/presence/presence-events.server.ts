import { AppError } from "~/platform/codes";
import { defineLiveEvent, hearFromOthers, liveRooms, tellOtherProcesses } from "~/platform/live-event.server";
import { accessDiscussion } from "../access-discussion.server";
import { PresenceInput, TypingInput } from "../input";
import type { DiscussionNews } from "../live/live";
import { comeIn, countHere, goOut, presenceRoom, writerAt } from "./presence-room.server";
import { namedUpTo } from "./who-is-here";

/** Others see at most once in this many milliseconds that somebody writes. */
const typedEvery = 2_000;

defineLiveEvent({
  name: "presence",
  input: PresenceInput,
  volatile: true,
  handle: async (ctx, { discussion, here }, connection) => {
    if (!here) {
      goOut(ctx.house, discussion, connection);
      return { shown: false, typing: false, count: 0, people: [] };
    }
    const { shown, view } = await comeIn(ctx, discussion, connection);
    return { shown: shown !== null, typing: shown?.typing ?? false, ...view };
  },
});

defineLiveEvent({
  name: "typing",
  input: TypingInput,
  volatile: true,
  handle: async (ctx, { discussion }, connection) => {
    const writer = writerAt(ctx.house, discussion, connection);
    if (!writer) {
      // Who may not even read it is told as everywhere.
      await accessDiscussion(ctx, discussion);
      throw new AppError("forbidden");
    }
    const now = performance.now();
    if (now - writer.typedAt < typedEvery || countHere(ctx.house, discussion) > namedUpTo) return {};
    writer.typedAt = now;
    const news = { discussion, id: writer.who, name: writer.name } satisfies DiscussionNews["typing"];
    connection.whisper(presenceRoom(discussion), "typing", news);
    tellOtherProcesses("typing", news);
    return {};
  },
});

hearFromOthers("typing", (_house, _from, said) => {
  const news = said as DiscussionNews["typing"];
  liveRooms().send(presenceRoom(news.discussion), "typing", news);
});
