import type { Socket } from "socket.io";
import { z } from "zod";
import { AppError, type Code } from "~/platform/codes";
import { makeCtx, type Actor, type Ctx, type House } from "~/platform/ctx.server";
import { throwAsAppError } from "~/platform/database-errors.server";
import { parseInput } from "~/platform/define-action.server";
import { liveEvents, type LiveConnection } from "~/platform/live-event.server";
import type { LiveServer } from "./serve-live";
import { followStream, leaveStream } from "./follow-stream";

export interface LiveSocketData {
  actor: Actor;
  address: string;
  /** What ends when this connection ends, by room. */
  follows: Map<string, (denied?: Code) => void>;
}
export type LiveSocket = Socket<Record<string, never>, Record<string, never>, Record<string, never>, LiveSocketData>;

/** Room that holds every connection of one person, to count and to end them. */
export const connectionsOf = (personId: string) => `connections-of:${personId}`;
export const connectionsOfSession = (sessionId: string) => `session:${sessionId}`;

/** Events a connection may send per ten seconds; a person who types fast in a shared text sends some fifty. */
const eventsPerTenSeconds = 400;
/** Events of one connection at work at the same time; more wait their turn, so that a full line never stands before everybody else's. */
const eventsAtOnce = 4;

const Join = z.strictObject({ stream: z.string().max(60), since: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER) });
const Leave = z.strictObject({ stream: z.string().max(60) });

/** Puts every event of the protocol behind the same door: schema, limits, try and catch, always an acknowledgement. */
export function serveConnection(house: House, io: LiveServer, socket: LiveSocket): void {
  const { actor } = socket.data;
  socket.data.follows = new Map();
  void socket.join([connectionsOf(actor.personId!), connectionsOfSession(actor.sessionId!)]);
  const ctx = () => makeCtx(house, { actor, address: socket.data.address, device: null });
  const connection = asConnection(io, socket);
  let allowance = eventsPerTenSeconds;
  const refill = setInterval(() => void (allowance = eventsPerTenSeconds), 10_000);

  const handlers = new Map<string, (ctx: Ctx, payload: unknown) => Promise<object>>([
    ["stream:join", async (at, payload) => followStream(at, socket, parseInput(Join, payload))],
    ["stream:leave", async (_at, payload) => leaveStream(connection, parseInput(Leave, payload).stream)],
  ]);
  for (const event of liveEvents().values()) {
    // Async, so that a payload that is refused is an answer too: thrown at once it would end the process.
    handlers.set(event.name, async (at, payload) => event.handle(at, parseInput(event.input, payload), connection));
  }

  const waiting: (() => Promise<void>)[] = [];
  let atWork = 0;
  const work = async () => {
    atWork += 1;
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
    atWork -= 1;
  };
  const end = () => {
    waiting.length = 0;
    socket.disconnect(true);
  };

  socket.onAny((name: unknown, ...given: unknown[]) => {
    const last = given.at(-1);
    const acknowledge = typeof last === "function" ? (last as (answer: object) => void) : () => undefined;
    allowance -= 1;
    if (allowance < -eventsPerTenSeconds) return end();
    if (allowance < 0) return acknowledge({ ok: false, code: "too_many" satisfies Code });
    const handler = typeof name === "string" ? handlers.get(name) : undefined;
    if (!handler) return acknowledge({ ok: false, code: "invalid_input" satisfies Code });
    waiting.push(() =>
      handler(ctx(), given[0])
        .catch(throwAsAppError)
        .then(
          (answer) => acknowledge({ ok: true, ...answer }),
          (error: unknown) => {
            if (!(error instanceof AppError)) house.logger.error({ err: error, event: name }, "live event failed");
            acknowledge(error instanceof AppError ? { ok: false, code: error.code, ...error.detail } : { ok: false, code: "failed" satisfies Code });
          },
        ),
    );
    if (atWork < eventsAtOnce) void work();
  });

  socket.once("disconnect", () => {
    clearInterval(refill);
    for (const stop of socket.data.follows.values()) stop();
    socket.data.follows.clear();
  });
}

function asConnection(io: LiveServer, socket: LiveSocket): LiveConnection {
  const emit = (target: unknown, event: string, payload: object) => (target as { emit: (event: string, payload: object) => void }).emit(event, payload);
  return {
    id: socket.id,
    follow: (room, stop) => {
      // It may have gone while its right was looked up; nothing would ever stop it then.
      if (!socket.connected) return stop();
      socket.data.follows.get(room)?.();
      socket.data.follows.set(room, stop);
      void socket.join(room);
    },
    unfollow: (room) => {
      socket.data.follows.get(room)?.();
      socket.data.follows.delete(room);
      void socket.leave(room);
    },
    follows: (room) => socket.data.follows.has(room),
    send: (event, payload) => emit(socket, event, payload),
    whisper: (room, event, payload) => emit(socket.volatile.to(room), event, payload),
  };
}
