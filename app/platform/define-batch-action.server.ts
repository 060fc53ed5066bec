import { and, gt, inArray } from "drizzle-orm";
import type { z } from "zod";
import { session } from "#db/schema/index";
import { AppError, type Verdict } from "./codes";
import { theHouse, makeCtx, type Actor, type Ctx, type House } from "./ctx.server";
import { throwAsAppError } from "./database-errors.server";
import { parseInput, registerAction, type Action } from "./define-action.server";
import type { Limit } from "./limiter.server";

/** One item on its way through a batch. */
export interface BatchItem<In> {
  ctx: Ctx;
  input: In;
}

export interface BatchActionDefinition<I extends z.ZodType, P, L, R> {
  /** `<feature>.<verb>`; the permission table and the tests name it so. */
  name: string;
  input: I;
  limit?: Limit | Limit[];
  /** What may wait; beyond it an item is told to try again. Weights are of the caller's own making, such as bytes. */
  queue: { items: number; weight: number };
  /** What one transaction takes at most. */
  batch: { items: number; weight: number };
  weigh: (input: z.infer<I>) => number;
  /** Slow work before the transaction, for the whole batch, in its order; an AppError refuses that item alone. */
  prepare: (ctx: Ctx, items: BatchItem<z.infer<I>>[]) => Promise<(P | AppError)[]>;
  /** Loads for the whole batch what grants each item its right, FOR SHARE; an AppError refuses that item alone. */
  load: (ctx: Ctx, items: BatchItem<z.infer<I>>[]) => Promise<(L | AppError)[]>;
  /** The rule, from `app/permissions`, per item. */
  allow: (actor: Actor, loaded: L, input: z.infer<I>) => Verdict;
  /** Writes what was allowed, in its order; an AppError refuses that item alone, so it must not have written for it. */
  run: (ctx: Ctx, items: (BatchItem<z.infer<I>> & { prepared: P; loaded: L })[]) => Promise<(R | AppError)[]>;
  /** Called once per batch when its transaction ended, with what went into it, before anybody is answered; every result is `retry` when it failed. */
  settle?: (house: House, outcomes: { item: BatchItem<z.infer<I>>; prepared: P; result: R | AppError }[]) => void;
}

interface Waiting<In, R> extends BatchItem<In> {
  weight: number;
  answer: (result: R | AppError) => void;
  fail: (error: unknown) => void;
}

interface Line<In, R> {
  waiting: Waiting<In, R>[];
  weight: number;
  busy: boolean;
}

/** The next batch from the front of the line: as much as fits, at least one. */
function take<In, R>(line: Line<In, R>, most: { items: number; weight: number }): Waiting<In, R>[] {
  const taken: Waiting<In, R>[] = [];
  let weight = 0;
  for (let next = line.waiting[0]; next && taken.length < most.items; next = line.waiting[0]) {
    if (taken.length > 0 && weight + next.weight > most.weight) break;
    weight += next.weight;
    taken.push(line.waiting.shift()!);
  }
  line.weight -= weight;
  return taken;
}

/**
 * An action whose calls share transactions: what arrives while a commit is in flight goes together into the next one;
 * no timer. Each item is parsed, limited, allowed and answered for itself, and a refused one does not fail the others.
 * It writes no facts.
 */
export function defineBatchAction<I extends z.ZodType, P, L, R>(definition: BatchActionDefinition<I, P, L, R>): Action<I, R> {
  type In = z.infer<I>;
  const lines = new WeakMap<House, Line<In, R>>();

  const enter = (ctx: Ctx, input: In): Promise<R> => {
    let line = lines.get(ctx.house);
    if (!line) lines.set(ctx.house, (line = { waiting: [], weight: 0, busy: false }));
    const weight = definition.weigh(input);
    if (line.waiting.length >= definition.queue.items || line.weight + weight > definition.queue.weight) throw new AppError("retry");
    return new Promise<R>((resolve, reject) => {
      line.waiting.push({ ctx, input, weight, answer: (result) => (result instanceof AppError ? reject(result) : resolve(result)), fail: reject });
      line.weight += weight;
      if (!line.busy) void work(ctx.house, line);
    });
  };

  const work = async (house: House, line: Line<In, R>): Promise<void> => {
    line.busy = true;
    while (line.waiting.length > 0) {
      const batch = take(line, definition.batch);
      await runBatch(house, batch).catch((error: unknown) => batch.forEach((item) => item.fail(error)));
    }
    line.busy = false;
  };

  const runBatch = async (house: House, batch: Waiting<In, R>[]): Promise<void> => {
    const ctx = makeCtx(house, { actor: theHouse });
    const prepared = await definition.prepare(ctx, batch).catch(throwAsAppError);
    const going = batch.flatMap((item, index) => {
      const one = prepared[index]!;
      return one instanceof AppError ? [] : [{ item, index, prepared: one }];
    });
    const results = prepared.map((one): R | AppError => (one instanceof AppError ? one : new AppError("retry")));
    let broken: unknown = null;
    if (going.length > 0) {
      await house.database
        .withTx(async (db) => ({ value: await inside({ ...ctx, db, writing: true }, going) }))
        .then(({ value }) => value.forEach((result, at) => (results[going[at]!.index] = result)))
        .catch(throwAsAppError)
        .catch((error: unknown) => (broken = error));
    }
    definition.settle?.(house, going.map(({ item, index, prepared: one }) => ({ item, prepared: one, result: results[index]! })));
    batch.forEach((item, index) => {
      if (broken !== null && !(prepared[index] instanceof AppError)) item.fail(broken);
      else item.answer(results[index]!);
    });
  };

  /** The transaction: sessions, rights and rules of all, then the writes of those that may. */
  const inside = async (ctx: Ctx, going: { item: Waiting<In, R>; prepared: P }[]): Promise<(R | AppError)[]> => {
    const alive = await holdSessions(ctx, going.map(({ item }) => item.ctx.actor));
    const loaded = await definition.load(ctx, going.map(({ item }) => item));
    const results = going.map(({ item }, index): R | AppError | null => {
      if (!alive(item.ctx.actor)) return new AppError("session_ended");
      const one = loaded[index]!;
      if (one instanceof AppError) return one;
      const verdict = definition.allow(item.ctx.actor, one, item.input);
      return verdict === true ? null : new AppError(verdict);
    });
    const allowed = going.flatMap(({ item, prepared }, index) => (results[index] === null ? [{ ctx: item.ctx, input: item.input, prepared, loaded: loaded[index] as L, index }] : []));
    const written = allowed.length > 0 ? await definition.run(ctx, allowed) : [];
    allowed.forEach(({ index }, at) => (results[index] = written[at]!));
    return results as (R | AppError)[];
  };

  const withFacts = async (ctx: Ctx, raw: unknown) => {
    const input = parseInput(definition.input, raw);
    for (const limit of [definition.limit ?? []].flat()) await ctx.house.limiter.consume(ctx, definition.name, limit);
    return { value: await enter(ctx, input), facts: [] };
  };
  return registerAction(
    Object.assign(async (ctx: Ctx, raw: unknown) => (await withFacts(ctx, raw)).value, { actionName: definition.name, input: definition.input, withFacts }),
  );
}

/** Holds the sessions of all who act until the commit, as `defineAction` does for one. */
async function holdSessions(ctx: Ctx, actors: Actor[]): Promise<(actor: Actor) => boolean> {
  const wanted = [...new Set(actors.flatMap(({ sessionId }) => sessionId ?? []))].sort();
  if (wanted.length === 0) return () => true;
  const rows = await ctx.db
    .select({ id: session.id })
    .from(session)
    .where(and(inArray(session.id, wanted), gt(session.expiresAt, ctx.now), gt(session.absoluteExpiresAt, ctx.now)))
    .for("key share");
  const alive = new Set(rows.map(({ id }) => id));
  return ({ sessionId }) => sessionId === null || alive.has(sessionId);
}
