import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import type { LiveConnection } from "~/platform/live-event.server";
import { readHead } from "~/platform/publisher.server";
import { accessStream } from "~/platform/stream-access.server";
import { parseStream, type StreamId } from "~/platform/streams";
import { catchUp, type CatchUp } from "./catch-up";
import type { LiveSocket } from "./serve-connection";

/**
 * Joins first and reads what was missed after it: a fact committed between the two comes twice, never not at all.
 * The client drops what it already has by its number.
 */
export async function followStream(ctx: Ctx, socket: LiveSocket, wanted: { stream: string; since: number }): Promise<CatchUp & { entities: [] }> {
  if (!parseStream(wanted.stream)) throw new AppError("not_found");
  const stream = wanted.stream as StreamId;
  await accessStream(ctx, stream);
  if (!socket.data.follows.has(stream)) {
    ctx.house.publisher.track(stream, await readHead(ctx, stream));
    if (!socket.connected) {
      ctx.house.publisher.untrack(stream);
      throw new AppError("retry");
    }
    socket.data.follows.set(stream, () => ctx.house.publisher.untrack(stream));
    await socket.join(stream);
  }
  return { ...(await catchUp(ctx, stream, wanted.since)), entities: [] };
}

export function leaveStream(connection: LiveConnection, stream: string): object {
  if (parseStream(stream)) connection.unfollow(stream);
  return {};
}
