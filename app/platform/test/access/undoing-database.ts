import type { SQL } from "drizzle-orm";
import type { Database, Db } from "#db/client.server";

/** Thrown at the end of a transaction that succeeded, so that nothing of it stays. */
class Undone extends Error {
  constructor(readonly value: unknown) {
    super("undone");
  }
}

/**
 * The same database, of which every transaction that would have been committed is undone after its last statement: so each
 * try finds the world as it was made. What is written outside a transaction, or by one that was refused, is not undone.
 */
export function undoing(database: Database): Database {
  return {
    ...database,
    async withTx<T>(run: (db: Db) => Promise<{ value: T; last?: SQL }>) {
      try {
        await database.withTx(async (db) => {
          const { value, last } = await run(db);
          if (last !== undefined) await db.execute(last);
          throw new Undone(value);
        });
      } catch (error) {
        if (!(error instanceof Undone)) throw error;
        return { value: error.value as T, rows: [] };
      }
      throw new Error("a transaction that is always undone was not");
    },
  };
}
