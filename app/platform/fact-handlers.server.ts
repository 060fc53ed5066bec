import { asc, inArray } from "drizzle-orm";
import { fact as factTable, factOutbox } from "#db/schema/index";
import { makeCtx, theHouse, type Ctx, type House } from "./ctx.server";
import { collectFacts, factStatement, toWrittenFact, type FactWriter } from "./write-facts.server";

export type StoredFact = typeof factTable.$inferSelect;

/** Acts upon a fact after its commit, in a transaction that also takes it off the list: exactly once, also when the process dies. */
export type FactHandler = (ctx: Ctx, fact: StoredFact, write: FactWriter) => Promise<void>;

/** The same upon all facts of a type that wait together: for what comes in floods, so that many cost little more than one. */
export type FactsHandler = (ctx: Ctx, facts: StoredFact[], write: FactWriter) => Promise<void>;

const handlers = new Map<string, FactHandler[]>();
const togetherHandlers = new Map<string, FactsHandler>();

/** Registers what happens upon facts of a type that `wakes`. */
export function onFact(type: string, handler: FactHandler): void {
  handlers.set(type, [...(handlers.get(type) ?? []), handler]);
}

/** Registers what happens upon facts of a type that wakes `later`, taken together. */
export function onFacts(type: string, handler: FactsHandler): void {
  togetherHandlers.set(type, handler);
}

/** Types that somebody acts upon, for the test that compares them with what is declared. */
export function handledTypes(): string[] {
  return [...handlers.keys(), ...togetherHandlers.keys()];
}

/**
 * Takes up to `limit` waiting facts and acts upon them in one transaction. Rows that another process holds are skipped.
 * @returns how many were taken.
 */
export async function handleFacts(house: House, limit = 50): Promise<number> {
  const ctx = makeCtx(house, { actor: theHouse });
  const { value, rows } = await house.database.withTx(async (db) => {
    const inside: Ctx = { ...ctx, db, writing: true };
    const collected = collectFacts(inside);
    const waiting = await db.select().from(factOutbox).orderBy(asc(factOutbox.factId)).limit(limit).for("update", { skipLocked: true });
    if (waiting.length === 0) return { value: 0 };
    const ids = waiting.map((row) => row.factId);
    const facts = await db.select().from(factTable).where(inArray(factTable.id, ids)).orderBy(asc(factTable.id));
    for (const one of facts) for (const handle of handlers.get(one.type) ?? []) await handle(inside, one, collected.fact);
    for (const [type, handle] of togetherHandlers) {
      const together = facts.filter((one) => one.type === type);
      if (together.length > 0) await handle(inside, together, collected.fact);
    }
    await db.delete(factOutbox).where(inArray(factOutbox.factId, ids));
    return { value: waiting.length, last: collected.facts.length > 0 ? factStatement(collected.facts) : undefined };
  });
  house.publisher.publish(rows.map(toWrittenFact));
  return value;
}
