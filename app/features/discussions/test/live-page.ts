import type { Ctx } from "~/platform/ctx.server";
import { readFacts, readHead, toDeliveries } from "~/platform/publisher.server";
import { groupStream } from "~/features/groups/index.server";
import { readDiscussion } from "../index.server";
import { reveal, shownMessages, start, take, type Followed } from "../live/follow-discussion";

/** A page that somebody has open, as their browser holds it. */
export interface OpenPage {
  n: number;
  state: Followed;
}

/** Loads a conversation's page as a browser does. */
export async function openPage(ctx: Ctx, id: string): Promise<OpenPage> {
  const page = await readDiscussion(ctx, { id, from: 1 });
  return { n: page.streams.group.n, state: start(page) };
}

/** Brings an open page up to date with the facts of the group's stream, as the live connection would. */
export async function follow(ctx: Ctx, groupId: string, page: OpenPage): Promise<OpenPage> {
  const stream = groupStream(groupId);
  const facts = await readFacts(ctx, stream, page.n, 500);
  const deliveries = await toDeliveries(ctx, stream, facts);
  return { n: await readHead(ctx, stream), state: reveal(take(page.state, deliveries)) };
}

/** What the two show, to be compared: a page that followed along and one that was loaded anew. */
export function shown({ state }: OpenPage) {
  return { discussion: state.discussion, messages: shownMessages(state), newest: state.newest };
}
