import { sessionsStillValid } from "~/features/accounts/index.server";
import { AppError, type Code } from "~/platform/codes";
import { makeCtx, type House } from "~/platform/ctx.server";
import { factTypes } from "~/platform/facts";
import { accessChanged, headWatches } from "~/platform/live-event.server";
import type { Delivery } from "~/platform/publisher.server";
import { accessStream } from "~/platform/stream-access.server";
import { parseStream, type StreamId } from "~/platform/streams";
import { connectionsOfSession, type LiveSocket } from "./serve-connection";
import type { LiveServer } from "./serve-live";

/** How often this process compares what it handed on with the database, in milliseconds. */
const everyMs = 1_000;

/**
 * Hands deliveries to the rooms here, and once a second compares with the database: numbers that were missed, sessions
 * that ended, rights that changed elsewhere. Returns how to stop.
 */
export function watchHeads(house: House, io: LiveServer): () => void {
  house.publisher.onDelivery(async (stream, run) => {
    const changed = run.some((delivery) => factTypes().get(delivery.type)?.changesAccess);
    // Before anything of the run is told: what stands behind the fact that ended a right is not for who had it. What ends the
    // right to one text is told in its group, so that those who follow its own stream are judged each time something happens.
    if (changed || parseStream(stream)?.kind === "document") await judgeAgain(house, io, stream);
    for (const delivery of run) (io.local.to(stream) as unknown as { emit: (event: string, payload: Delivery) => void }).emit("fact", delivery);
    if (changed) await accessChanged(house, stream);
  });
  // They come back by themselves, with a number that is too high, and are told to load the page again.
  house.publisher.onRewound((stream) => io.local.in(stream).disconnectSockets(true));
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    Promise.all([house.publisher.sweep(), ...headWatches().map((sweep) => sweep()), endDeadSessions(house, io)])
      .catch((error: unknown) => house.logger.warn({ err: error }, "head watch failed; it goes on"))
      .finally(() => void (busy = false));
  }, everyMs);
  return () => clearInterval(timer);
}

/** Ends the connections of sessions that are no more: signed out, taken away, expired. */
async function endDeadSessions(house: House, io: LiveServer): Promise<void> {
  const sessions = new Set<string>();
  for (const socket of io.sockets.sockets.values()) sessions.add(socket.data.actor.sessionId!);
  if (sessions.size === 0) return;
  const valid = await sessionsStillValid(house, [...sessions]);
  for (const session of sessions) {
    if (!valid.has(session)) endConnections(io, connectionsOfSession(session));
  }
}

function endConnections(io: LiveServer, room: string): void {
  (io.local.to(room) as unknown as { emit: (event: string, payload: object) => void }).emit("session:ended", { code: "session_ended" satisfies Code });
  io.local.in(room).disconnectSockets(true);
}

/** Puts out of a stream, of the documents behind it, and of the rooms behind each, everyone whose right to it is gone. */
async function judgeAgain(house: House, io: LiveServer, stream: StreamId): Promise<void> {
  const kind = parseStream(stream)?.kind;
  const affected = [...io.sockets.sockets.values()].filter((socket) => socket.rooms.has(stream)) as unknown as LiveSocket[];
  const judged = affected.flatMap((socket) =>
    [...socket.data.follows.keys()].flatMap((room) => {
      const [behind = ""] = room.split("/");
      const concerned = behind === stream || kind === "person" || (kind !== "document" && behind.startsWith("document:"));
      return concerned && parseStream(behind) ? [judgeOne(house, socket, { room, stream: behind as StreamId })] : [];
    }),
  );
  await Promise.all(judged);
}

async function judgeOne(house: House, socket: LiveSocket, { room, stream }: { room: string; stream: StreamId }): Promise<void> {
  try {
    await accessStream(makeCtx(house, { actor: socket.data.actor }), stream);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    socket.data.follows.get(room)?.(error.code);
    socket.data.follows.delete(room);
    await socket.leave(room);
    (socket as unknown as { emit: (event: string, payload: object) => void }).emit("stream:denied", { stream, code: error.code });
  }
}
