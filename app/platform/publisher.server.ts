import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { fact as factTable, stream as streamTable } from "#db/schema/index";
import { makeCtx, theHouse, type Ctx, type House } from "./ctx.server";
import { loadEntities, type Entity } from "./entities.server";
import { factTypes } from "./facts";
import { OrderedFeed } from "./ordered-feed.server";
import type { StreamId } from "./streams";
import type { WrittenFact } from "./write-facts.server";

/** One fact as a browser gets it, with the things it touched in their current state. */
export interface Delivery {
  stream: StreamId;
  n: number;
  type: string;
  at: string;
  /** The membership that acted, as shown in this space; null when nobody to show. */
  actor: string | null;
  data: Record<string, unknown>;
  entities: Entity[];
}

type StreamFact = WrittenFact & { stream: StreamId; n: number };

/** Shows who acted, per stream: actor id → membership id. The feature that knows memberships registers it. */
type ActorView = (ctx: Ctx, stream: StreamId, actorIds: string[]) => Promise<Map<string, string>>;
let actorView: ActorView = async () => new Map();
export function defineActorView(view: ActorView): void {
  actorView = view;
}

export interface Publisher {
  /** Announces what an action committed. */
  publish: (facts: WrittenFact[]) => void;
  /** What another process committed. */
  hint: (facts: WrittenFact[]) => void;
  track: (stream: StreamId, head: number) => void;
  untrack: (stream: StreamId) => void;
  head: (stream: StreamId) => number | undefined;
  sweep: () => Promise<void>;
  /** Called with unbroken runs of deliveries, in order, per stream. */
  onDelivery: (listener: (stream: StreamId, run: Delivery[]) => void | Promise<void>) => void;
  /** Called with streams that went back to an older state, after a restore: whoever follows them must load anew. */
  onRewound: (listener: (stream: StreamId) => void) => void;
  /** Called with everything this process commits, at once, before ordering: wakes jobs, tells other processes. */
  onPublish: (listener: (facts: WrittenFact[]) => void) => void;
  /** Called with what this process commits and with what others tell it of, before ordering: perhaps twice, perhaps never. */
  onHeard: (listener: (facts: WrittenFact[]) => void) => void;
}

export function createPublisher(getHouse: () => House): Publisher {
  const deliveryListeners: ((stream: StreamId, run: Delivery[]) => void | Promise<void>)[] = [];
  const publishListeners: ((facts: WrittenFact[]) => void)[] = [];
  const heardListeners: ((facts: WrittenFact[]) => void)[] = [];
  const rewoundListeners: ((stream: StreamId) => void)[] = [];
  const systemCtx = () => makeCtx(getHouse(), { actor: theHouse });
  const feed = new OrderedFeed<StreamFact>({
    readSince: (stream, since) => readFacts(systemCtx(), stream as StreamId, since, 1_000),
    heads: (streams) => readHeads(systemCtx(), streams as StreamId[]),
    deliver: async (stream, run) => {
      const deliveries = await toDeliveries(systemCtx(), stream as StreamId, run);
      for (const listener of deliveryListeners) await listener(stream as StreamId, deliveries);
    },
    onRewound: (stream) => rewoundListeners.forEach((listener) => listener(stream as StreamId)),
    onError: (error, stream) => getHouse().logger.error({ err: error, stream }, "delivery failed; the next sweep repairs it"),
  });
  const offer = (facts: WrittenFact[]) => {
    for (const one of facts) if (one.stream !== null && one.n !== null) feed.offer(one.stream, one as StreamFact);
    for (const listener of heardListeners) listener(facts);
  };
  return {
    publish: (facts) => {
      if (facts.length === 0) return;
      offer(facts);
      for (const listener of publishListeners) listener(facts);
    },
    hint: offer,
    track: (stream, head) => feed.track(stream, head),
    untrack: (stream) => feed.untrack(stream),
    head: (stream) => feed.head(stream),
    sweep: () => feed.sweep(),
    onDelivery: (listener) => void deliveryListeners.push(listener),
    onRewound: (listener) => void rewoundListeners.push(listener),
    onPublish: (listener) => void publishListeners.push(listener),
    onHeard: (listener) => void heardListeners.push(listener),
  };
}

/** Facts of a stream above `since`, in order, at most `limit`. */
export async function readFacts(ctx: Ctx, stream: StreamId, since: number, limit: number): Promise<StreamFact[]> {
  const rows = await ctx.db
    .select()
    .from(factTable)
    .where(and(eq(factTable.stream, stream), gt(factTable.n, since)))
    .orderBy(asc(factTable.n))
    .limit(limit);
  return rows.map((row) => ({ ...row, stream, n: row.n! }));
}

/** The newest number of each stream; a stream without facts is absent. */
export async function readHeads(ctx: Ctx, streams: StreamId[]): Promise<Map<StreamId, number>> {
  if (streams.length === 0) return new Map();
  const rows = await ctx.db.select().from(streamTable).where(inArray(streamTable.id, streams));
  return new Map(rows.map((row) => [row.id as StreamId, row.head]));
}

/** The newest number of one stream, 0 when nothing happened yet. */
export async function readHead(ctx: Ctx, stream: StreamId): Promise<number> {
  return (await readHeads(ctx, [stream])).get(stream) ?? 0;
}

/** Facts with what they touched, each thing once, in its current state, with the last fact of the run that touched it. */
export async function toDeliveries(ctx: Ctx, stream: StreamId, run: StreamFact[]): Promise<Delivery[]> {
  const touched = new Map<string, { kind: string; id: string; last: number }>();
  for (const one of run) {
    const kind = factTypes().get(one.type)?.entity;
    if (kind && one.objectId) touched.set(`${kind}:${one.objectId}`, { kind, id: one.objectId, last: one.n });
  }
  const acted = [...new Set(run.flatMap((one) => one.actorId ?? []))];
  const [entities, actors] = await Promise.all([loadEntities(ctx, stream, [...touched.values()]), actorView(ctx, stream, acted)]);
  return run.map((one) => ({
    stream,
    n: one.n,
    type: one.type,
    at: one.occurredAt.toISOString(),
    actor: (one.actorId && actors.get(one.actorId)) ?? null,
    data: one.data,
    entities: entities.filter((entity) => touched.get(`${entity.kind}:${entity.id}`)?.last === one.n),
  }));
}
