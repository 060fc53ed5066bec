import { sql, type SQL } from "drizzle-orm";
import type { Ctx } from "./ctx.server";
import { factTypes, type Audience, type FactData, type FactField, type FactType } from "./facts";
import { parseStream, type StreamId, type StreamKind } from "./streams";

/** A fact as an action states it. */
export interface NewFact {
  type: FactType;
  stream: StreamId | null;
  spaceId?: string | null;
  groupId?: string | null;
  object?: { kind: string; id: string };
  role?: string | null;
  organisationId?: string | null;
  /** Whose doing it is, when somebody else let it through: who asked to join, while a facilitator said yes. */
  actorId?: string;
  mode?: "online" | "on-site" | "hybrid";
  occurredAt?: Date;
  data: Record<string, unknown>;
}

/** A fact as it was committed. */
export interface WrittenFact {
  id: number;
  type: string;
  stream: StreamId | null;
  n: number | null;
  occurredAt: Date;
  actorId: string | null;
  objectKind: string | null;
  objectId: string | null;
  data: Record<string, unknown>;
}

/** Adds one fact to the transaction; `stream` must be of the kind that the type's audience names, or that of a text that fewer than its group read. */
export type FactWriter = <F extends Record<string, FactField>>(
  type: FactType<F>,
  given: Omit<NewFact, "type" | "data" | "stream"> & { stream?: StreamId; data: FactData<F> },
) => void;

/** A fact with who did it, when and through which door. */
export interface StatedFact extends NewFact {
  occurredAt: Date;
  by: string | null;
  channel: string;
}

/** Collects the facts of one call of an action; checks each against its declaration. */
export function collectFacts(ctx: Ctx): { facts: StatedFact[]; fact: FactWriter } {
  const facts: StatedFact[] = [];
  const fact: FactWriter = (type, given) => {
    const stream = given.stream ?? null;
    const kind = stream ? parseStream(stream)?.kind : undefined;
    if (type.audience === "log-only" ? stream !== null : !isFor(type.audience, kind)) {
      throw new Error(`${type.name} is for ${type.audience}, not for ${stream ?? "the log alone"}`);
    }
    if (!factTypes().has(type.name)) throw new Error(`${type.name} is not declared`);
    for (const [key, field] of Object.entries(type.fields)) checkField(type.name, key, field, (given.data as Record<string, unknown>)[key]);
    const by = type.unsigned ? null : (given.actorId ?? ctx.actor.actorId);
    facts.push({ ...given, type: type as unknown as FactType, stream, occurredAt: given.occurredAt ?? ctx.now, by, channel: ctx.channel });
  };
  return { facts, fact };
}

/** What a group may hear of a text, those who read it may hear alone. */
const isFor = (audience: Audience, kind: StreamKind | undefined) => kind === audience || (audience === "group" && kind === "document");

function checkField(type: string, key: string, field: FactField, value: unknown): void {
  if (value === null || value === undefined) return;
  const fits =
    field.kind === "count" ? Number.isInteger(value)
    : field.kind === "flag" ? typeof value === "boolean"
    : field.kind === "id" ? typeof value === "string" && /^[0-9a-f-]{36}$/.test(value)
    : typeof value === "string" && /^[a-z0-9_.:+-]{1,60}$/i.test(value) && (!field.codes || field.codes.includes(value));
  if (!fits) throw new Error(`${type}.${key} must be a ${field.kind}`);
}

/**
 * The one statement that numbers and inserts the facts of a transaction. It is sent together with COMMIT: the rows of
 * the streams are locked once, last, in ascending order, so that two transactions over two streams cannot deadlock.
 */
export function factStatement(facts: StatedFact[]): SQL {
  const rows = facts.map((given, ord) => ({
    ord,
    type: given.type.name,
    version: given.type.version,
    occurred_at: given.occurredAt.toISOString(),
    actor_id: given.by,
    role: given.role ?? null,
    organisation_id: given.organisationId ?? null,
    space_id: given.spaceId ?? null,
    group_id: given.groupId ?? null,
    object_kind: given.object?.kind ?? null,
    object_id: given.object?.id ?? null,
    stream: given.stream,
    channel: given.channel,
    mode: given.mode ?? "online",
    data: given.data,
    wakes: Boolean(given.type.wakes),
  }));
  return sql`
WITH input AS (
  SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i(
    ord int, type text, version int, occurred_at timestamptz, actor_id uuid, role text, organisation_id uuid, space_id uuid,
    group_id uuid, object_kind text, object_id uuid, stream text, channel text, mode text, data jsonb, wakes boolean)
), counts AS (
  SELECT stream, count(*) AS c FROM input WHERE stream IS NOT NULL GROUP BY stream
), bumped AS (
  INSERT INTO stream (id, head) SELECT stream, c FROM counts ORDER BY stream
  ON CONFLICT (id) DO UPDATE SET head = stream.head + excluded.head RETURNING id, head
), written AS (
  INSERT INTO fact (type, version, occurred_at, actor_id, role, organisation_id, space_id, group_id, object_kind, object_id, stream, n, channel, mode, data)
  SELECT i.type, i.version, i.occurred_at, i.actor_id, i.role, i.organisation_id, i.space_id, i.group_id, i.object_kind, i.object_id, i.stream,
    CASE WHEN i.stream IS NOT NULL THEN b.head - c.c + row_number() OVER (PARTITION BY i.stream ORDER BY i.ord) END,
    i.channel, i.mode, i.data
  FROM input i LEFT JOIN bumped b ON b.id = i.stream LEFT JOIN counts c ON c.stream = i.stream ORDER BY i.ord
  RETURNING id, type, stream, n, occurred_at, actor_id, object_kind, object_id, data
), woken AS (
  INSERT INTO fact_outbox (fact_id) SELECT id FROM written WHERE type IN (SELECT type FROM input WHERE wakes)
)
SELECT * FROM written ORDER BY id`;
}

/** A row of `fact`, as the driver gives it, in our shape. */
export function toWrittenFact(row: Record<string, unknown>): WrittenFact {
  return {
    id: Number(row.id),
    type: row.type as string,
    stream: row.stream as StreamId | null,
    n: row.n === null ? null : Number(row.n),
    occurredAt: new Date(row.occurred_at as string | Date),
    actorId: row.actor_id as string | null,
    objectKind: row.object_kind as string | null,
    objectId: row.object_id as string | null,
    data: (row.data ?? {}) as Record<string, unknown>,
  };
}
