import { AppError, type Code } from "~/platform/codes";
import { defineLiveEvent, liveAction } from "~/platform/live-event.server";
import { resolveComment } from "../comments/resolve-comment.server";
import { alignEasy } from "../easy/align-easy.server";
import { deny, followerOf } from "./followers.server";
import { AwarenessInput, JoinDocumentInput, LivePushInput, NamesOfPeopleInput, SuggestPeopleInput } from "../input";
import { joinDocument } from "./join-document.server";
import { namesOfPeople, suggestPeople } from "../mentions/suggest-people.server";
import { postComment, removeComment } from "../comments/post-comment.server";
import { pushUpdate } from "./push-update.server";
import { shareAwareness, showOthers } from "./share-awareness.server";
import { isStruck } from "./strikes.server";

defineLiveEvent({
  name: "document:join",
  input: JoinDocumentInput,
  handle: async (ctx, input, connection) => {
    const joined = await joinDocument(ctx, input, connection);
    showOthers(ctx, input.id, connection);
    return joined;
  },
});

defineLiveEvent({
  name: "document:push",
  input: LivePushInput,
  handle: async (ctx, input, connection) => {
    const follower = followerOf(ctx.house, input.id, connection);
    if (!follower) throw new AppError("forbidden");
    try {
      const { seq } = await pushUpdate(ctx, { ...input, schemaVersion: follower.schemaVersion });
      return { seq };
    } catch (error) {
      if (isStruck(ctx.house, ctx.actor)) deny(follower, "too_many");
      throw error instanceof AppError ? inProtocol(error) : error;
    }
  },
});

defineLiveEvent({
  name: "document:awareness",
  input: AwarenessInput,
  volatile: true,
  handle: async (ctx, input, connection) => {
    await shareAwareness(ctx, input, connection);
    return {};
  },
});

defineLiveEvent({
  name: "document:suggest",
  input: SuggestPeopleInput,
  volatile: true,
  handle: async (ctx, input) => ({ people: await suggestPeople(ctx, input) }),
});

defineLiveEvent({
  name: "document:people",
  input: NamesOfPeopleInput,
  volatile: true,
  handle: async (ctx, input) => ({ names: await namesOfPeople(ctx, input) }),
});

liveAction("document:comment", postComment, ({ id }) => ({ id }));
liveAction("document:resolve-comment", resolveComment, ({ id }) => ({ id }));
liveAction("document:align-easy", alignEasy, () => ({}));
liveAction("document:remove-comment", removeComment, () => ({}));

/** Refusals for want of a right are one to the protocol; which one it was goes along. */
const ofRights: readonly Code[] = ["forbidden", "join_group", "join_space", "muted", "suspended", "paused", "closed", "not_found", "ask_moderator", "for_few", "few_write"];

function inProtocol(error: AppError): AppError {
  return ofRights.includes(error.code) ? new AppError("forbidden", { values: { reason: error.code } }) : error;
}
