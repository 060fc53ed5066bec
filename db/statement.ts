import { sql, type Placeholder, type SQL, type SQLWrapper } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "./client.server";

/** A statement of drizzle's, of which the text can be made ahead. */
interface Preparable<R> {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<R> };
}

/** Where the values of a statement come in, by name. */
export type Given<V> = { [K in keyof V]: Placeholder<string, V[K]> };

/**
 * A statement that is built once in the life of the process and run with other values each time, on any connection and in
 * any transaction: drizzle takes longer to build a statement than PostgreSQL to run it. For those behind every write.
 */
export function statement<V extends Record<string, unknown>, R>(build: (db: Db, given: Given<V>) => Preparable<R>): (db: Db, values: V) => Promise<R> {
  const given = new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) }) as Given<V>;
  let built: ReturnType<Preparable<R>["prepare"]> | undefined;
  return (db, values) => {
    built ??= build(db, given).prepare("");
    // drizzle ties it to the connection it was built on; it runs on that of the caller, and so in the caller's transaction.
    const here = Object.create(built, { client: { value: (db as Db & { $client: unknown }).$client } }) as typeof built;
    return here.execute(values);
  };
}

/**
 * One of a list that comes in as one value: the statement is the same for every length. PostgreSQL is kept from seeing
 * the list when it plans: it would plan anew for each, which takes longer than running what is asked.
 */
export function isAnyOf(column: PgColumn, list: SQLWrapper): SQL {
  const type = sql.raw(`${column.getSQLType()}[]`);
  return sql`${column} = any((select ${list}::${type})::${type})`;
}
