import type { SQL } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import { DatabaseError, isCallTimeout, isConnectTimeout, isLostConnection, sqlFailureOf, unwrapSqlError } from "./database-error";
import { nameStatements } from "./name-statements";
import { markTransaction, refuseInsideTransaction } from "./outer-query";

export { DatabaseError, sqlFailureOf, unwrapSqlError } from "./database-error";

/** Drizzle over node-postgres; statements name their tables from `db/schema`. */
export type Db = NodePgDatabase;

/** One open database: the only way in for the whole process. */
export interface Database {
  /** Where the rows live: in the folder of this installation, or in a PostgreSQL of its own. */
  home: "embedded" | "postgres";
  /** For statements outside a transaction. Throws `outer_query` at once while this chain of calls has a transaction open. */
  db: Db;
  /**
   * Runs `run` in one transaction, READ COMMITTED, and answers once it is committed.
   * `last` is sent together with COMMIT; its rows come back as `rows`.
   * A deadlock or serialisation failure (40P01, 40001) runs it again, at most three times, so `run` touches nothing but its `db`.
   * Throws `database_busy` (no connection free within 5 s), `database_unavailable` (connection lost; the outcome is unknown when that
   * happened at COMMIT), `outer_query` (nested), or the driver's own error for a refused statement.
   */
  withTx<T>(run: (db: Db) => Promise<{ value: T; last?: SQL }>): Promise<{ value: T; rows: Record<string, unknown>[] }>;
  /** A connection outside the pool and without time limits, for migrations at the start; the caller ends it. */
  connectAlone(): Promise<pg.Client>;
  /** Waits for the calls under way and closes every connection. */
  close(): Promise<void>;
}

/** How to open a database; times in milliseconds. */
export interface DatabaseOptions {
  connectionString: string;
  home: "embedded" | "postgres";
  /** Connections on PostgreSQL (10). The embedded home always has exactly one. */
  poolSize?: number;
  /** Told of connections that broke while nobody used them; never throws. */
  onError?: (error: Error) => void;
  /** The longest one statement may take (5 000). */
  callTimeout?: number;
  /** The longest wait for a free connection (5 000). */
  poolTimeout?: number;
  /** Awaited before a connection is taken: lets the embedded home come back first. */
  ready?: () => Promise<void>;
  /** Told that a statement, or a new connection, did not answer in time, where the server cannot end it itself. */
  onStuck?: () => void;
}

const mostAttempts = 4;
const dialect = new PgDialect();

/** Opens the pool; connects when first used. Keeps every connection error away from the process. */
export function openDatabase(options: DatabaseOptions): Database {
  const { home, callTimeout = 5_000, poolTimeout = 5_000 } = options;
  const shared: pg.PoolConfig = { connectionString: options.connectionString, connectionTimeoutMillis: poolTimeout, keepAlive: true };
  const pool = new pg.Pool(
    home === "embedded"
      ? // More than one connection would interleave large messages in the one session PGlite has; that session outlives a connection, hence DISCARD ALL.
        { ...shared, max: 1, min: 1, idleTimeoutMillis: 0, query_timeout: callTimeout, onConnect: async (client) => void (await client.query("DISCARD ALL")) }
      : // The server ends a slow statement; our own clock, later, is for a network that swallows the answer.
        {
          ...shared,
          // Statements that do not wait for one another travel together.
          pipeline: true,
          max: options.poolSize ?? 10,
          keepAliveInitialDelayMillis: 10_000,
          statement_timeout: callTimeout,
          idle_in_transaction_session_timeout: callTimeout * 2,
          query_timeout: callTimeout + 2_000,
          application_name: "leerhoek",
        },
  );
  pool.on("error", (error) => options.onError?.(error));
  // An error event nobody listens to ends the process. A listener for each checkout comes too late when a killed connection's last words arrive in
  // the same packet that hands it out, so every client has one for life.
  const breaks = new WeakMap<object, Error>();
  // The one session inside the embedded database forgets a name when a statement fails.
  const named = home === "postgres" ? nameStatements() : (config: pg.QueryConfig) => config;
  pool.on("connect", (client) => void client.on("error", (error) => breaks.set(client, error)));

  async function connect(): Promise<pg.PoolClient> {
    const giveUp = Date.now() + poolTimeout;
    for (;;) {
      await options.ready?.();
      try {
        return await pool.connect();
      } catch (cause) {
        if (cause instanceof Error && cause.message === "timeout exceeded when trying to connect")
          throw new DatabaseError("database_busy", `No database connection came free within ${poolTimeout} ms.`, { cause });
        if (isCallTimeout(cause) || isConnectTimeout(cause)) options.onStuck?.();
        // Nothing was sent yet. The embedded process may have died a moment before anybody noticed.
        if (home === "postgres" || Date.now() >= giveUp) throw new DatabaseError("database_unavailable", "The database cannot be reached.", { cause });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }

  async function checkOut(): Promise<Loan> {
    const client = await connect();
    const isLost = (error: unknown) => error !== undefined && (isLostConnection(error) || unwrapSqlError(error) === breaks.get(client));
    return {
      client,
      usable: (error) => !breaks.has(client) && !isLost(error),
      giveBack(error, discard = false) {
        if (isCallTimeout(error)) options.onStuck?.();
        client.release(discard || breaks.has(client) || isLost(error));
        if (!isLost(error)) return unwrapSqlError(error);
        return new DatabaseError("database_unavailable", "The connection to the database was lost.", { cause: unwrapSqlError(error) });
      },
    };
  }

  const outer: SqlClient = {
    async query(config, values) {
      refuseInsideTransaction();
      const loan = await checkOut();
      try {
        const result = await loan.client.query(named(config), values);
        loan.giveBack();
        return result;
      } catch (error) {
        throw loan.giveBack(error);
      }
    },
  };

  async function attempt<T>(run: (db: Db) => Promise<{ value: T; last?: SQL }>): Promise<{ value: T; rows: Record<string, unknown>[] }> {
    const loan = await checkOut();
    try {
      const line = home === "postgres" ? pipelineOf(loan.client, named) : queueOf(loan.client);
      const { value, last } = await markTransaction((scope) => run(wrap(line.clientFor(scope))));
      await line.settled();
      const rows = rowsBeforeCommit(await line.commit(last));
      loan.giveBack();
      return { value, rows };
    } catch (error) {
      if (!loan.usable(error)) throw loan.giveBack(error);
      const failure = await loan.client.query("ROLLBACK").then(() => undefined, (reason: unknown) => reason);
      if (failure === undefined) throw loan.giveBack(error);
      // The rollback's own failure says nothing the caller can use; it only means that this connection must not be used again.
      loan.giveBack(failure, true);
      throw unwrapSqlError(error);
    }
  }

  return {
    home,
    db: wrap(outer),
    async withTx(run) {
      refuseInsideTransaction();
      for (let tries = 1; ; tries += 1) {
        try {
          return await attempt(run);
        } catch (error) {
          const state = sqlFailureOf(error)?.state;
          if ((state !== "40P01" && state !== "40001") || tries >= mostAttempts) throw error;
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * tries));
        }
      }
    },
    async connectAlone() {
      await options.ready?.();
      const client = new pg.Client({ connectionString: options.connectionString, connectionTimeoutMillis: poolTimeout, application_name: "leerhoek" });
      // The statement under way fails with the same error; without a listener it would also end the process.
      client.on("error", () => undefined);
      await client.connect().catch((cause: unknown) => {
        throw new DatabaseError("database_unavailable", `The database cannot be reached: ${reasonOf(cause)}.`, { cause });
      });
      return client;
    },
    close: () => pool.end(),
  };
}

/** What the network or the server said, for the operator: a code or a few words, never the address with its password. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "no reason was given";
  return error.message || ("code" in error ? String(error.code) : error.name);
}

/** A connection taken from the pool; `giveBack` returns the error as callers should see it. */
interface Loan {
  client: pg.PoolClient;
  usable(error: unknown): boolean;
  giveBack(error?: unknown, discard?: boolean): unknown;
}

/** The one thing drizzle asks of its client. */
interface SqlClient {
  query(config: pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult | pg.QueryResult[]>;
}

function wrap(client: SqlClient): Db {
  // Without the schema: only drizzle's relational queries need it, and it is worked through anew for every transaction.
  const db = drizzle({ client: client as unknown as pg.Client });
  // drizzle's own transaction would leave this connection's bookkeeping and, on a pool, leak clients.
  Object.defineProperty(db, "transaction", {
    value: () => Promise.reject(new DatabaseError("outer_query", "Transactions are opened with withTx only, and not inside one another.")),
  });
  return db;
}

/** The statements of one transaction on their way: a client per scope, which refuses those that come after its end, and when all were answered. */
interface Line {
  clientFor(scope: { readonly open: boolean }): SqlClient;
  settled(): Promise<unknown>;
  /** Sends the last statement and COMMIT; their results, that of COMMIT at the end. */
  commit(last: SQL | undefined): Promise<pg.QueryResult[]>;
}

const refuseAfterEnd = () => Promise.reject(new DatabaseError("outer_query", "This transaction has ended; its database cannot be used any more."));

/** Begins, and sends statements one after another, also when the caller does not wait for each: large messages of two would mingle on the embedded home. */
function queueOf(client: pg.PoolClient): Line {
  let tail: Promise<unknown> = client.query("BEGIN");
  // Nobody may be waiting for it yet when the database goes away.
  tail.catch(() => undefined);
  return {
    clientFor: (scope) => ({
      query(config, values) {
        if (!scope.open) return refuseAfterEnd();
        const answer = tail.then(() => client.query(config, values));
        tail = answer.catch(() => undefined);
        return answer;
      },
    }),
    settled: () => tail,
    // In one message, which carries no parameters: each message takes its time there.
    commit: async (last) => [await client.query(last ? `${dialect.sqlToQuery(last.inlineParams()).sql}; COMMIT` : "COMMIT")].flat(),
  };
}

/** Begins, and sends statements at once, in the order in which they were called; the server runs them in that order. */
function pipelineOf(client: pg.PoolClient, named: (config: pg.QueryConfig) => pg.QueryConfig): Line {
  const { stream } = client.connection;
  const send = (config: pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> => {
    // Those of one turn leave in one packet: handing over each by itself takes longer than making it.
    stream.cork();
    process.nextTick(() => stream.uncork());
    return client.query(config, values);
  };
  const begun = send({ text: "BEGIN" });
  const under = new Set<Promise<unknown>>([begun]);
  begun.catch(() => undefined);
  return {
    clientFor: (scope) => ({
      query(config, values) {
        if (!scope.open) return refuseAfterEnd();
        const answer = send(named(config), values);
        const done = answer.then(() => void under.delete(done), () => void under.delete(done));
        under.add(done);
        return answer;
      },
    }),
    settled: () => Promise.all(under),
    commit: (last) => {
      const ending = last ? [dialect.sqlToQuery(last)] : [];
      return Promise.all([...ending.map(({ sql: text, params }) => send(named({ text }), params)), send({ text: "COMMIT" })]);
    },
  };
}

/** COMMIT answers "ROLLBACK" without an error when a statement had failed and its error was swallowed. */
function rowsBeforeCommit(results: pg.QueryResult[]): Record<string, unknown>[] {
  if (results.at(-1)?.command !== "COMMIT") throw new Error("The transaction was rolled back: a statement in it had failed and its error was ignored.");
  return results.at(-2)?.rows ?? [];
}
