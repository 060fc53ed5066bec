import type { z } from "zod";
import type { Code } from "./codes";
import type { Action } from "./define-action.server";
import type { Ctx, House } from "./ctx.server";
import type { StreamId } from "./streams";
import type { WrittenFact } from "./write-facts.server";

/** What a live handler may do with the connection that sent the event; it never sees the socket itself. */
export interface LiveConnection {
  id: string;
  /** Things this connection follows, by room; `stop` is called when it ends or leaves, with the reason when its right to it ended. */
  follow: (room: string, stop: (denied?: Code) => void) => void;
  unfollow: (room: string) => void;
  follows: (room: string) => boolean;
  /** To this connection alone. */
  send: (event: string, payload: object) => void;
  /** To everyone else in a room on this process; may be lost when a line is slow. */
  whisper: (room: string, event: string, payload: object) => void;
}

/** One event of the protocol: its schema, and the action or read behind it. Every event is acknowledged. */
export interface LiveEvent<I extends z.ZodType = z.ZodType> {
  name: string;
  input: I;
  /** Events that may be lost and do not count as activity: awareness, typing. */
  volatile?: boolean;
  handle: (ctx: Ctx, input: z.infer<I>, connection: LiveConnection) => Promise<object>;
}

const events = new Map<string, LiveEvent>();

/** Declares an event; `server/live` wraps every one with the same checks. */
export function defineLiveEvent<I extends z.ZodType>(event: LiveEvent<I>): LiveEvent<I> {
  events.set(event.name, event as unknown as LiveEvent);
  return event;
}

export function liveEvents(): ReadonlyMap<string, LiveEvent> {
  return events;
}

/** The event that calls an action: `reply` shapes the acknowledgement. */
export function liveAction<I extends z.ZodType, R>(name: string, action: Action<I, R>, reply: (value: R, facts: WrittenFact[]) => object): LiveEvent<I> {
  return defineLiveEvent({
    name,
    input: action.input,
    handle: async (ctx, input) => {
      const { value, facts } = await action.withFacts(ctx, input);
      return reply(value, facts);
    },
  });
}

/** Room that holds every connection of one person: to count, to end, or to tell them. */
export const connectionsOf = (personId: string) => `connections-of:${personId}`;

/** What a feature sends to everyone who follows a room, on this process. `server/live` provides it while it serves. */
export interface LiveRooms {
  send: (room: string, event: string, payload: object) => void;
  /** May be lost when a line is slow. */
  whisper: (room: string, event: string, payload: object) => void;
  /** Connections that follow the room here. */
  readers: (room: string) => number;
}
let rooms: LiveRooms = { send: () => undefined, whisper: () => undefined, readers: () => 0 };
/** @returns how to take it back: those that were there before are there again. */
export function provideLiveRooms(provided: LiveRooms): () => void {
  const before = rooms;
  rooms = provided;
  return () => {
    if (rooms === provided) rooms = before;
  };
}
export function liveRooms(): LiveRooms {
  return rooms;
}

/** What the processes tell one another beside facts: volatile things that are never stored. Where there is no way to, nobody hears it. */
type Hears = (house: House, from: string, said: object) => void;
const hearers = new Map<string, Hears>();
let tellOthers: (topic: string, said: object) => void = () => undefined;
export function provideOtherProcesses(tell: (topic: string, said: object) => void): void {
  tellOthers = tell;
}
export function tellOtherProcesses(topic: string, said: object): void {
  tellOthers(topic, said);
}
/** `from` is the process that said it. */
export function hearFromOthers(topic: string, hears: Hears): void {
  hearers.set(topic, hears);
}
export function heardFrom(house: House, from: string, topic: string, said: object): void {
  hearers.get(topic)?.(house, from, said);
}

/** Called with streams in which rights changed, for what hangs on them beside following. */
type AccessWatch = (house: House, stream: StreamId) => Promise<void>;
const accessWatches: AccessWatch[] = [];
export function defineAccessWatch(watch: AccessWatch): void {
  accessWatches.push(watch);
}
export async function accessChanged(house: House, stream: StreamId): Promise<void> {
  for (const watch of accessWatches) await watch(house, stream);
}

/** Things that compare themselves with the database once a second, beside the streams: document logs. */
const watched: (() => Promise<void>)[] = [];
export function defineHeadWatch(sweep: () => Promise<void>): void {
  watched.push(sweep);
}
export function headWatches(): readonly (() => Promise<void>)[] {
  return watched;
}
