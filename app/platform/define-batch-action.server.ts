import type { SQL } from "drizzle-orm";
import type { z } from "zod";
import { sqlFailureOf } from "#db/client.server";
import { AppError, type Verdict } from "./codes";
import { theHouse, makeCtx, type Actor, type Ctx, type House } from "./ctx.server";
import { throwAsAppError } from "./database-errors.server";
import { parseInput, registerAction, type Action } from "./define-action.server";
import { livingSessions } from "./hold-sessions.server";
import type { Limit } from "./limiter.server";
import { collectFacts, factStatement, toWrittenFact, type FactWriter, type WrittenFact } from "./write-facts.server";

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
  prepare?: (ctx: Ctx, items: BatchItem<z.infer<I>>[]) => Promise<(P | AppError)[]>;
  /** Loads for the whole batch what grants each item its right, FOR SHARE; an AppError refuses that item alone. */
  load: (ctx: Ctx, items: (BatchItem<z.infer<I>> & { prepared: P })[]) => Promise<(L | AppError)[]>;
  /** The rule, from `app/permissions`, per item. */
  allow: (actor: Actor, loaded: L, input: z.infer<I>) => Verdict;
  /**
   * Writes what was allowed, in its order, and states facts for each; an AppError refuses that item alone, so it must not
   * have written for it. When it throws nothing is written, and each item is tried again in a transaction of its own.
   * A write that nothing more depends on may be given to `atEnd`, once, by an action that states no facts: it travels with COMMIT,
   * which saves a wait.
   */
  run: (ctx: Ctx, items: (BatchItem<z.infer<I>> & { prepared: P; loaded: L; fact: FactWriter })[], atEnd: (statement: SQL) => void) => Promise<(R | AppError)[]>;
  /** Called once per batch when its transaction ended, with what went into it, before anybody is answered; every result is `retry` when it failed. */
  settle?: (house: House, outcomes: { item: BatchItem<z.infer<I>>; prepared: P; result: R | AppError }[]) => void;
}

/** What an item came to: its result with the facts that were committed for it. */
interface Done<R> {
  value: R;
  facts: WrittenFact[];
}

interface Waiting<In, R> extends BatchItem<In> {
  weight: number;
  answer: (outcome: Done<R> | AppError) => void;
  fail: (error: unknown) => void;
}

interface Line<In, R> {
  waiting: Waiting<In, R>[];
  weight: number;
  busy: boolean;
}

/** What has reached this process comes along, for as long as each turn of the event loop brings more: those who were answered together write again together. */
async function gather<In, R>(line: Line<In, R>): Promise<void> {
  for (let before = -1; line.waiting.length > before; ) {
    before = line.waiting.length;
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
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
 */
export function defineBatchAction<I extends z.ZodType, P, L, R>(definition: BatchActionDefinition<I, P, L, R>): Action<I, R> {
  type In = z.infer<I>;
  type Going = { item: Waiting<In, R>; prepared: P };
  const lines = new WeakMap<House, Line<In, R>>();

  const enter = (ctx: Ctx, input: In): Promise<Done<R>> => {
    let line = lines.get(ctx.house);
    if (!line) lines.set(ctx.house, (line = { waiting: [], weight: 0, busy: false }));
    const weight = definition.weigh(input);
    if (line.waiting.length >= definition.queue.items || line.weight + weight > definition.queue.weight) throw new AppError("retry");
    return new Promise<Done<R>>((resolve, reject) => {
      line.waiting.push({ ctx, input, weight, answer: (outcome) => (outcome instanceof AppError ? reject(outcome) : resolve(outcome)), fail: reject });
      line.weight += weight;
      if (!line.busy) void work(ctx.house, line);
    });
  };

  const work = async (house: House, line: Line<In, R>): Promise<void> => {
    line.busy = true;
    while (line.waiting.length > 0) {
      await gather(line);
      const batch = take(line, definition.batch);
      await runBatch(house, batch).catch((error: unknown) => batch.forEach((item) => item.fail(error)));
    }
    line.busy = false;
  };

  const runBatch = async (house: House, batch: Waiting<In, R>[]): Promise<void> => {
    const ctx = makeCtx(house, { actor: theHouse });
    const prepared = definition.prepare ? await definition.prepare(ctx, batch).catch(throwAsAppError) : batch.map(() => undefined as P);
    const going = batch.flatMap((item, index): Going[] => {
      const one = prepared[index]!;
      if (!(one instanceof AppError)) return [{ item, prepared: one }];
      item.answer(one);
      return [];
    });
    if (going.length > 0) await commit(ctx, going);
  };

  /** One transaction for all of these. A failure that may be one item's doing, not the database's state, is found out by letting each go alone. */
  const commit = async (ctx: Ctx, going: Going[]): Promise<void> => {
    const settle = (results: (R | AppError)[]) => definition.settle?.(ctx.house, going.map(({ item, prepared }, index) => ({ item, prepared, result: results[index]! })));
    let outcomes: (Done<R> | AppError)[];
    try {
      outcomes = await write(ctx, going);
    } catch (error) {
      if (going.length > 1 && !(error instanceof AppError) && !isSlowness(error)) {
        for (const one of going) await commit(ctx, [one]);
        return;
      }
      settle(going.map(() => new AppError("retry")));
      return going.forEach(({ item }) => item.fail(error));
    }
    settle(outcomes.map((outcome) => (outcome instanceof AppError ? outcome : outcome.value)));
    ctx.house.publisher.publish(outcomes.flatMap((outcome) => (outcome instanceof AppError ? [] : outcome.facts)));
    going.forEach(({ item }, index) => item.answer(outcomes[index]!));
  };

  const write = async (ctx: Ctx, going: Going[]): Promise<(Done<R> | AppError)[]> => {
    const { value, rows } = await ctx.house.database
      .withTx(async (db) => {
        const inside: Ctx = { ...ctx, db, writing: true };
        const stated = going.map(({ item }) => collectFacts(item.ctx));
        let ending: SQL | undefined;
        const results = await inTransaction(inside, going.map((one, index) => ({ ...one, fact: stated[index]!.fact })), (statement) => (ending = statement));
        const facts = results.map((result, index) => (result instanceof AppError ? [] : stated[index]!.facts));
        const all = facts.flat();
        if (ending && all.length > 0) throw new Error(`${definition.name} states facts, and gave a statement to send with COMMIT`);
        return { value: { results, counts: facts.map((some) => some.length) }, last: all.length > 0 ? factStatement(all) : ending };
      })
      .catch(throwAsAppError);
    const written = rows.map(toWrittenFact);
    return value.results.map((result, index) => {
      const facts = written.splice(0, value.counts[index]);
      return result instanceof AppError ? result : { value: result, facts };
    });
  };

  /** Sessions, rights and rules of all, then the writes of those that may. */
  const inTransaction = async (ctx: Ctx, going: (Going & { fact: FactWriter })[], atEnd: (statement: SQL) => void): Promise<(R | AppError)[]> => {
    const [alive, loaded] = await Promise.all([holdSessions(ctx, going.map(({ item }) => item.ctx.actor)), definition.load(ctx, going.map(({ item, prepared }) => ({ ctx: item.ctx, input: item.input, prepared })))]);
    const results = going.map(({ item }, index): R | AppError | null => {
      if (!alive(item.ctx.actor)) return new AppError("session_ended");
      const one = loaded[index]!;
      if (one instanceof AppError) return one;
      const verdict = definition.allow(item.ctx.actor, one, item.input);
      return verdict === true ? null : new AppError(verdict);
    });
    const allowed = going.flatMap(({ item, prepared, fact }, index) =>
      results[index] === null ? [{ ctx: item.ctx, input: item.input, prepared, loaded: loaded[index] as L, fact, index }] : [],
    );
    const written = allowed.length > 0 ? await definition.run(ctx, allowed, atEnd) : [];
    allowed.forEach(({ index }, at) => (results[index] = written[at]!));
    return results as (R | AppError)[];
  };

  const withFacts = async (ctx: Ctx, raw: unknown) => {
    // It would wait for a transaction that waits for it.
    if (ctx.writing) throw new Error(`${definition.name} cannot be called inside an action`);
    const input = parseInput(definition.input, raw);
    for (const limit of [definition.limit ?? []].flat()) await ctx.house.limiter.consume(ctx, definition.name, limit);
    return enter(ctx, input);
  };
  return registerAction(
    Object.assign(async (ctx: Ctx, raw: unknown) => (await withFacts(ctx, raw)).value, { actionName: definition.name, input: definition.input, withFacts }),
  );
}

/** PostgreSQL cancelled a statement that waited too long. */
const isSlowness = (error: unknown) => sqlFailureOf(error)?.state === "57014";

/** Holds the sessions of all who act until the commit, as `defineAction` does for one. */
async function holdSessions(ctx: Ctx, actors: Actor[]): Promise<(actor: Actor) => boolean> {
  const wanted = [...new Set(actors.flatMap(({ sessionId }) => sessionId ?? []))];
  if (wanted.length === 0) return () => true;
  const alive = await livingSessions(ctx, wanted);
  return ({ sessionId }) => sessionId === null || alive.has(sessionId);
}
