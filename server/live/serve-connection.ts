import type { Socket } from "socket.io";
import { z } from "zod";
import { AppError, type Code } from "~/platform/codes";
import { makeCtx, type Actor, type House } from "~/platform/ctx.server";
import { throwAsAppError } from "~/platform/database-errors.server";
import { parseInput } from "~/platform/define-action.server";
import { connectionsOf, liveEvents, type LiveConnection } from "~/platform/live-event.server";
import type { LiveServer } from "./serve-live";
import { followStream, leaveStream } from "./follow-stream";

export interface LiveSocketData {
  actor: Actor;
  address: string;
  /** What ends when this connection ends, by room. */
  follows: Map<string, (denied?: Code) => void>;
}
export type LiveSocket = Socket<Record<string, never>, Record<string, never>, Record<string, never>, LiveSocketData>;

export const connectionsOfSession = (sessionId: string) => `session:${sessionId}`;

/** Events a connection may send per ten seconds; a person who types fast in a shared text sends some fifty. */
const eventsPerTenSeconds = 400;
/** Events of one connection at work at the same time; more wait their turn, so that a full line never stands before everybody else's. */
const eventsAtOnce = 4;

const Join = z.strictObject({ stream: z.string().max(60), since: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER) });
const Leave = z.strictObject({ stream: z.string().max(60) });

/** Events of one connection that wait for their turn, and how many it may still send in these ten seconds. */
class Turns {
  private readonly waiting: (() => Promise<void>)[] = [];
  private atWork = 0;
  private sent = 0;
  private since = performance.now();

  /** Counts one event. @returns whether it may go on, is to be refused, or the connection is a flood to end. */
  count(): "go" | "refuse" | "end" {
    const now = performance.now();
    if (now - this.since >= 10_000) {
      this.since = now;
      this.sent = 0;
    }
    this.sent += 1;
    if (this.sent <= eventsPerTenSeconds) return "go";
    return this.sent <= 2 * eventsPerTenSeconds ? "refuse" : "end";
  }

  take(event: () => Promise<void>): void {
    this.waiting.push(event);
    if (this.atWork < eventsAtOnce) void this.work();
  }

  drop(): void {
    this.waiting.length = 0;
  }

  private async work(): Promise<void> {
    this.atWork += 1;
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) await next();
    this.atWork -= 1;
  }
}

/**
 * Puts every event of the protocol behind the same door: schema, limits, try and catch, always an acknowledgement.
 * Thousands of connections are held at a time: what they can share is made once, not here.
 */
export function serveConnection(house: House, io: LiveServer, socket: LiveSocket): void {
  const { data } = socket;
  data.follows = new Map();
  void socket.join([connectionsOf(data.actor.personId!), connectionsOfSession(data.actor.sessionId!)]);
  const turns = new Turns();

  socket.onAny((name: unknown, ...given: unknown[]) => {
    const last = given.at(-1);
    const acknowledge = typeof last === "function" ? (last as (answer: object) => void) : () => undefined;
    const judged = turns.count();
    if (judged === "refuse") return acknowledge({ ok: false, code: "too_many" satisfies Code });
    if (judged === "end") {
      turns.drop();
      return void socket.disconnect(true);
    }
    turns.take(() =>
      handle(house, socket, name, given[0])
        .catch(throwAsAppError)
        .then(
          (answer) => acknowledge({ ok: true, ...answer }),
          (error: unknown) => {
            if (!(error instanceof AppError)) house.logger.error({ err: error, event: name }, "live event failed");
            acknowledge(error instanceof AppError ? { ok: false, code: error.code, ...error.detail } : { ok: false, code: "failed" satisfies Code });
          },
        ),
    );
  });

  socket.once("disconnect", () => {
    for (const stop of data.follows.values()) stop();
    data.follows.clear();
  });
}

/** Async, so that a payload that is refused is an answer too: thrown at once it would end the process. */
async function handle(house: House, socket: LiveSocket, name: unknown, payload: unknown): Promise<object> {
  const ctx = makeCtx(house, { actor: socket.data.actor, address: socket.data.address, device: null });
  if (name === "stream:join") return followStream(ctx, socket, parseInput(Join, payload));
  if (name === "stream:leave") return leaveStream(new SocketConnection(socket), parseInput(Leave, payload).stream);
  const event = typeof name === "string" ? liveEvents().get(name) : undefined;
  if (!event) throw new AppError("invalid_input");
  return event.handle(ctx, parseInput(event.input, payload), new SocketConnection(socket));
}

/** What handlers see of a connection; two of one socket are the same connection. */
class SocketConnection implements LiveConnection {
  constructor(private readonly socket: LiveSocket) {}
  get id(): string {
    return this.socket.id;
  }
  follow(room: string, stop: (denied?: Code) => void): void {
    const { data } = this.socket;
    // It may have gone while its right was looked up; nothing would ever stop it then.
    if (!this.socket.connected) return stop();
    data.follows.get(room)?.();
    data.follows.set(room, stop);
    void this.socket.join(room);
  }
  unfollow(room: string): void {
    this.socket.data.follows.get(room)?.();
    this.socket.data.follows.delete(room);
    void this.socket.leave(room);
  }
  follows(room: string): boolean {
    return this.socket.data.follows.has(room);
  }
  send(event: string, payload: object): void {
    emit(this.socket, event, payload);
  }
  whisper(room: string, event: string, payload: object): void {
    emit(this.socket.volatile.to(room), event, payload);
  }
}

export function emit(target: unknown, event: string, payload: object): void {
  (target as { emit: (event: string, payload: object) => void }).emit(event, payload);
}
