import { AppError } from "~/platform/codes";
import type { Ctx, House } from "~/platform/ctx.server";
import { factTypes } from "~/platform/facts";
import type { LiveConnection } from "~/platform/live-event.server";
import { readHead } from "~/platform/publisher.server";
import { accessStream } from "~/platform/stream-access.server";
import { parseStream, type StreamId } from "~/platform/streams";
import type { CatchUp } from "./catch-up";
import { readMissed } from "./read-missed";
import type { LiveSocket } from "./serve-connection";

/** How often rights changed that this process heard of: a right that was judged before such a change is judged again. */
const changes = new WeakMap<House, { count: number }>();

function changesOf(house: House): { count: number } {
  let found = changes.get(house);
  if (found) return found;
  const counted = (found = { count: 0 });
  changes.set(house, counted);
  const count = (facts: { type: string }[]) => {
    if (facts.some(({ type }) => factTypes().get(type)?.changesAccess)) counted.count += 1;
  };
  house.publisher.onHeard(count);
  house.publisher.onDelivery((_stream, run) => count(run));
  return found;
}

/**
 * Joins first and reads what was missed after it: a fact committed between the two comes twice, never not at all.
 * The client drops what it already has by its number. A right that ends after it was judged and before the joining was
 * heard of meanwhile, or comes as a fact above the number from which the stream is followed; either way it is judged again.
 */
export async function followStream(ctx: Ctx, socket: LiveSocket, wanted: { stream: string; since: number }): Promise<CatchUp & { entities: [] }> {
  if (!parseStream(wanted.stream)) throw new AppError("not_found");
  const stream = wanted.stream as StreamId;
  const { house } = ctx;
  const changed = changesOf(house);
  const head = house.publisher.head(stream) ?? (await readHead(ctx, stream));
  let judgedAt: number;
  do {
    judgedAt = changed.count;
    await accessStream(ctx, stream);
  } while (judgedAt !== changed.count);
  if (!socket.data.follows.has(stream)) {
    if (!socket.connected) throw new AppError("retry");
    house.publisher.track(stream, head);
    socket.data.follows.set(stream, () => house.publisher.untrack(stream));
    await socket.join(stream);
  }
  return { ...(await readMissed(house, stream, wanted.since)), entities: [] };
}

export function leaveStream(connection: LiveConnection, stream: string): object {
  if (parseStream(stream)) connection.unfollow(stream);
  return {};
}
