import { randomUUID } from "node:crypto";
import { makeCtx, type Actor, type House } from "~/platform/ctx.server";
import { AppError } from "~/platform/codes";
import { throwAsAppError } from "~/platform/database-errors.server";
import { parseInput } from "~/platform/define-action.server";
import { liveEvents, provideLiveRooms, type LiveConnection } from "~/platform/live-event.server";
import type { Answer, Line, LineState } from "~/platform/live-client/line";
import type { Random } from "~/platform/test/random";

/** Lets everything that is ready run, `times` rounds of the event loop. */
export async function rounds(times = 1): Promise<void> {
  for (let left = times; left > 0; left -= 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Who follows which room: the part of socket.io that a test without sockets needs. */
const rooms = new Map<string, Set<TestConnection>>();
provideLiveRooms({
  send: (room, event, payload) => rooms.get(room)?.forEach((connection) => connection.send(event, payload)),
  whisper: (room, event, payload) => rooms.get(room)?.forEach((connection) => connection.send(event, payload)),
  readers: (room) => rooms.get(room)?.size ?? 0,
});

const connections = new Set<TestConnection>();

/** Ends what tests left open: the watch of later files would ask a database that is gone about who still follows. */
export function endConnections(): void {
  connections.forEach((connection) => connection.end());
}

/** One connection as the server sees it. */
export class TestConnection implements LiveConnection {
  readonly id = randomUUID();
  private readonly stops = new Map<string, (denied?: never) => void>();
  ended = false;
  constructor(
    readonly actor: Actor,
    private readonly receive: (event: string, payload: object) => void,
  ) {
    connections.add(this);
  }
  follow(room: string, stop: () => void): void {
    if (this.ended) return stop();
    this.stops.get(room)?.();
    this.stops.set(room, stop);
    rooms.set(room, (rooms.get(room) ?? new Set()).add(this));
  }
  unfollow(room: string): void {
    this.stops.get(room)?.();
    this.stops.delete(room);
    rooms.get(room)?.delete(this);
  }
  follows(room: string): boolean {
    return this.stops.has(room);
  }
  send(event: string, payload: object): void {
    if (!this.ended) this.receive(event, payload);
  }
  whisper(room: string, event: string, payload: object): void {
    rooms.get(room)?.forEach((other) => other !== this && other.send(event, payload));
  }
  end(): void {
    this.ended = true;
    connections.delete(this);
    for (const room of [...this.stops.keys()]) this.unfollow(room);
  }
}

/** Calls an event as the door does: its schema, its handler, always an answer. */
export async function call(house: House, connection: TestConnection, event: string, payload: unknown): Promise<Answer<Record<string, unknown>>> {
  const known = liveEvents().get(event);
  try {
    if (!known) throw new AppError("invalid_input");
    const ctx = makeCtx(house, { actor: connection.actor });
    return { ok: true, ...(await known.handle(ctx, parseInput(known.input, payload), connection).catch(throwAsAppError)) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, code: error.code, ...error.detail };
    throw error;
  }
}

/** Repeats that nobody waits for: they may not outlive the database of their test. */
const repeats = new Set<Promise<unknown>>();

function keepTrack(repeat: Promise<unknown>): void {
  repeats.add(repeat);
  repeat.then(
    () => repeats.delete(repeat),
    () => undefined, // stays, and fails the wait
  );
}

/** Waits until every packet that arrived twice was answered. @throws what one of them threw. */
export async function repeatsAnswered(): Promise<void> {
  await Promise.all(repeats);
}

export interface Faults {
  /** Chances per event: lost on the way there, its answer lost, arriving twice, and the most rounds it may take. */
  lost: number;
  answerLost: number;
  twice: number;
  delay: number;
  /** Chance that something the server sends by itself does not arrive. */
  unheard: number;
}

export const noFaults: Faults = { lost: 0, answerLost: 0, twice: 0, delay: 0, unheard: 0 };

/** A connection with a browser's end, over a line that loses, repeats, reorders and delays as its faults say. */
export class FaultyLine implements Line {
  private connection: TestConnection | null = null;
  private readonly stateListeners = new Set<(state: LineState) => void>();
  private readonly listeners = new Map<string, Set<(payload: never) => void>>();
  faults: Faults;
  constructor(
    private readonly house: House,
    readonly actor: Actor,
    private readonly random: Random,
    faults: Faults,
  ) {
    this.faults = faults;
  }
  state(): LineState {
    return this.connection ? "live" : "offline";
  }
  connect(): void {
    if (this.connection) return;
    const connection = new TestConnection(this.actor, (event, payload) => {
      if (this.random.chance(this.faults.unheard)) return;
      // What the server sends on one connection arrives in order, but later.
      setImmediate(() => this.connection === connection && this.emit(event, payload));
    });
    this.connection = connection;
    this.stateListeners.forEach((listener) => listener("live"));
  }
  cut(): void {
    this.connection?.end();
    this.connection = null;
    this.stateListeners.forEach((listener) => listener("offline"));
  }
  async ask<T extends object>(event: string, payload: object): Promise<Answer<T>> {
    const { connection } = this;
    const { lost, answerLost, twice, delay } = this.faults;
    await rounds(this.random.below(delay + 1));
    if (!connection || this.random.chance(lost)) return { ok: false, code: "unreachable" };
    const answer = call(this.house, connection, event, payload);
    if (this.random.chance(twice)) keepTrack(call(this.house, connection, event, payload));
    const given = await answer;
    await rounds(this.random.below(delay + 1));
    if (this.random.chance(answerLost) || this.connection !== connection) return { ok: false, code: "unreachable" };
    return given as Answer<T>;
  }
  on(event: string, listener: (payload: never) => void): () => void {
    const some = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, some.add(listener));
    return () => void some.delete(listener);
  }
  onState(listener: (state: LineState) => void): () => void {
    this.stateListeners.add(listener);
    return () => void this.stateListeners.delete(listener);
  }
  private emit(event: string, payload: object): void {
    this.listeners.get(event)?.forEach((listener) => (listener as (payload: object) => void)(payload));
  }
}
