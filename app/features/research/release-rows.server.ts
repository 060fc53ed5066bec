import { and, asc, eq, gt, gte, inArray, lte, sql } from "drizzle-orm";
import { actor, discussion, documentComment, fact, groupMembership, message, spaceMembership } from "#db/schema/index";
import type { SpaceRole } from "~/permissions/relations";
import type { Ctx } from "~/platform/ctx.server";
import type { StoredFact } from "~/platform/fact-handlers.server";
import type { CatalogueField } from "./catalogue";
import { isoWeek, type CsvValue } from "./csv";
import type { ReleaseInputs } from "./release-inputs.server";
import type { Cell } from "./small-cells";
import type { PseudonymKind } from "./study-key.server";

/** Facts per statement; no statement looks at more rows than this, however few of them fit. */
const sliceSize = 1_000;

/**
 * The facts that a release may hold, in order of their number: of a space that takes part, within the period, by somebody
 * whose yes covers that moment. A slice is one statement; nothing is held open between two.
 */
export async function* factsInSlices(ctx: Ctx, inputs: ReleaseInputs): AsyncGenerator<{ facts: StoredFact[]; upTo: number }> {
  const { study, snapshotFactId } = inputs;
  const actors = sql.param([...inputs.participants.keys()]);
  const spaces = [...inputs.spaces.keys()];
  if (spaces.length === 0 || inputs.participants.size === 0) return;
  for (let last = 0; last < snapshotFactId; last += sliceSize) {
    const upTo = Math.min(last + sliceSize, snapshotFactId);
    const rows = await ctx.db
      .select()
      .from(fact)
      .where(
        and(
          gt(fact.id, last),
          lte(fact.id, upTo),
          inArray(fact.spaceId, spaces),
          inArray(fact.type, inputs.types),
          gte(fact.occurredAt, study.periodFrom),
          lte(fact.occurredAt, study.periodTo),
          sql`${fact.actorId} = any(${actors}::uuid[])`,
        ),
      )
      .orderBy(asc(fact.id));
    yield { facts: rows.filter((row) => isCovered(inputs, row.actorId, row.occurredAt)), upTo };
    // Others get their turn between two slices.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function isCovered(inputs: ReleaseInputs, actorId: string | null, at: Date): boolean {
  const participant = actorId === null ? undefined : inputs.participants.get(actorId);
  return participant !== undefined && (participant.from === null || participant.from <= at);
}

/** What of a row could point at somebody together; what the study did not ask for counts for nothing. */
export function cellOf(inputs: ReleaseInputs, row: StoredFact): Cell {
  const key = `${row.actorId}|${row.spaceId}`;
  const asks = (field: string) => inputs.fields.some((one) => one.key === field);
  return {
    area: inputs.spaces.get(row.spaceId!)!.area,
    role: asks("role") ? roleAt(inputs.roles.get(key) ?? [], row.occurredAt) : "",
    audience: asks("audience") ? (inputs.audiences.get(key) ?? "") : "",
  };
}

const order: SpaceRole[] = ["space_steward", "facilitator", "moderator", "deputy_moderator", "helper"];

function roleAt(roles: { role: SpaceRole; from: Date; to: Date | null }[], at: Date): string {
  const held = roles.filter((one) => one.from <= at && (one.to === null || one.to > at)).map((one) => one.role);
  return order.find((role) => held.includes(role)) ?? "resident";
}

/** Whose thing an id is, where it is somebody's; `self` when the id names the person. */
interface Owner {
  actorId: string;
  self: boolean;
}

/** The people behind the ids of a slice: messages, remarks and questions somebody wrote, and memberships. */
export async function ownersOf(ctx: Ctx, ids: string[]): Promise<Map<string, Owner>> {
  const owners = new Map<string, Owner>();
  if (ids.length === 0) return owners;
  const keep = (rows: { id: string; actorId: string | null }[], self: boolean) => {
    for (const row of rows) if (row.actorId !== null) owners.set(row.id, { actorId: row.actorId, self });
  };
  keep(await ctx.db.select({ id: message.id, actorId: message.authorActor }).from(message).where(inArray(message.id, ids)), false);
  keep(await ctx.db.select({ id: discussion.id, actorId: discussion.authorActor }).from(discussion).where(and(inArray(discussion.id, ids), eq(discussion.kind, "question"))), false);
  keep(await ctx.db.select({ id: documentComment.id, actorId: documentComment.authorActor }).from(documentComment).where(inArray(documentComment.id, ids)), false);
  keep(
    await ctx.db.select({ id: spaceMembership.id, actorId: actor.id }).from(spaceMembership).innerJoin(actor, eq(actor.personId, spaceMembership.personId)).where(inArray(spaceMembership.id, ids)),
    true,
  );
  keep(
    await ctx.db.select({ id: groupMembership.id, actorId: actor.id }).from(groupMembership).innerJoin(actor, eq(actor.personId, groupMembership.personId)).where(inArray(groupMembership.id, ids)),
    true,
  );
  keep(await ctx.db.select({ id: actor.id, actorId: actor.id }).from(actor).where(inArray(actor.id, ids)), true);
  return owners;
}

/** Ids in a slice that a study asked for and that may be somebody's. */
export function idsIn(inputs: ReleaseInputs, facts: StoredFact[]): string[] {
  const ids = new Set<string>();
  for (const row of facts) {
    for (const field of inputs.fields) {
      const value = field.kind === "id" ? rawValue(field, row) : null;
      if (typeof value === "string") ids.add(value);
    }
  }
  return [...ids];
}

/** Fields and kinds of object that always name somebody: emptied when nobody is found behind them any more. */
const namesSomebody = (field: CatalogueField, row: StoredFact) => (field.key === "object" ? ["member", "message", "document-comment"].includes(row.objectKind ?? "") : /:(replyTo|member)$/.test(field.key));

export interface RowTools {
  pseudonym: (kind: PseudonymKind, id: string) => string;
  owners: Map<string, Owner>;
  /** Called when a second person's field is emptied. */
  onEmptied: () => void;
}

/** The values of one row in the order of `columnsOf`. `cell` is as it is written; without an area, nothing says where it was. */
export function valuesOf(inputs: ReleaseInputs, row: StoredFact, cell: Cell, tools: RowTools): CsvValue[] {
  const values = new Map<string, CsvValue>();
  for (const field of inputs.fields) {
    const value = valueOf(inputs, field, row, cell, tools);
    if (value !== null || !values.has(field.column)) values.set(field.column, value);
  }
  return [tools.pseudonym("person", row.actorId!), ...values.values()];
}

/** Header of `events.csv`: the person, then each ticked column once. */
export function columnsOf(inputs: ReleaseInputs): string[] {
  return ["person", ...new Set(inputs.fields.map((field) => field.column))];
}

function valueOf(inputs: ReleaseInputs, field: CatalogueField, row: StoredFact, cell: Cell, tools: RowTools): CsvValue {
  const placeKnown = cell.area !== "";
  if (field.type === null && field.kind !== "id") {
    const plain: Record<string, CsvValue> = {
      type: row.type,
      occurred_at: isoWeek(row.occurredAt),
      ...cell,
      theme: placeKnown ? inputs.spaces.get(row.spaceId!)!.theme : null,
      object_kind: row.objectKind,
      mode: row.mode,
      channel: row.channel,
    };
    return plain[field.key] || null;
  }
  const value = rawValue(field, row);
  if (value === null || value === undefined) return null;
  if (field.kind !== "id") return field.key.endsWith(":place") && !placeKnown ? null : (value as CsvValue);
  // A thing leads back to its space, and the space to its area.
  if (!placeKnown) return null;
  const id = String(value);
  if (field.key === "space" || field.key === "group") return tools.pseudonym(field.key, id);
  const owner = tools.owners.get(id);
  const second = owner ? owner.actorId !== row.actorId : namesSomebody(field, row);
  if (second && !(owner && isCovered(inputs, owner.actorId, row.occurredAt))) {
    tools.onEmptied();
    return null;
  }
  return owner?.self ? tools.pseudonym("person", owner.actorId) : tools.pseudonym("thing", id);
}

function rawValue(field: CatalogueField, row: StoredFact): unknown {
  if (field.type !== null) return field.type === row.type ? row.data[field.key.slice(field.type.length + 1)] : null;
  return field.key === "space" ? row.spaceId : field.key === "group" ? row.groupId : field.key === "object" ? row.objectId : null;
}
