import { openDatabase, type Database, type DatabaseOptions } from "./client.server";
import { DatabaseError } from "./database-error";
import { startEmbedded, type Embedded, type EmbeddedOptions } from "./embedded/start-embedded.server";

/** The part of the environment that says where the rows live. */
export interface HomeSettings {
  /** A PostgreSQL of its own; when empty the platform keeps its rows in DATA_DIR. */
  DATABASE_URL?: string | undefined;
  /** Folder for everything this installation keeps (`data`). */
  DATA_DIR?: string | undefined;
}

type Tuning = Pick<DatabaseOptions, "poolSize" | "onError" | "callTimeout" | "poolTimeout">;

/** How long a call waits for the embedded database to start again before it is refused, in milliseconds; who asks tries again. */
const startsAgainWithin = 10_000;

/** Opens the database the settings ask for. Throws EmbeddedError when the folder is locked or cannot be written. */
export async function homeFromEnv(settings: HomeSettings, tuning: Tuning = {}): Promise<Database> {
  if (settings.DATABASE_URL) return openDatabase({ ...tuning, connectionString: settings.DATABASE_URL, home: "postgres" });
  return openEmbedded({ dir: settings.DATA_DIR || "data" }, tuning);
}

/** The embedded home, and what its tests and the operator's health page may ask of it. */
export interface EmbeddedDatabase extends Database {
  connectionString: string;
  /** How many times the present process has synced to disk. */
  syncs(): Promise<number>;
  /** The present process. */
  pid(): number;
}

/**
 * Opens the embedded home. When its process dies, or is ended because a statement did not answer in time, it is started again:
 * only the calls that were under way fail, and the next ones wait for it.
 */
export async function openEmbedded(options: EmbeddedOptions, tuning: Tuning = {}): Promise<EmbeddedDatabase> {
  let current = await startEmbedded(options);
  const { connectionString, socketDir } = current;
  let closing = false;
  let starting = false;
  let running: Promise<Embedded> | undefined = Promise.resolve(current);
  watch(current, running);

  function watch(started: Embedded, promise: Promise<Embedded>): void {
    void started.exited.then(() => {
      // Somebody who ended it on purpose has arranged for its successor already.
      if (closing || running !== promise) return;
      tuning.onError?.(new Error("The process of the embedded database ended; it is being started again."));
      restart(started.exited);
    });
  }

  function restart(after: Promise<void>): void {
    const next = after.then(() => startEmbedded({ ...options, socketDir }));
    running = next;
    starting = true;
    next.then(
      (started) => {
        starting = false;
        watch((current = started), next);
      },
      (error: unknown) => {
        starting = false;
        // The next call tries again.
        running = undefined;
        tuning.onError?.(error instanceof Error ? error : new Error(String(error)));
      },
    );
  }

  const database = openDatabase({
    ...tuning,
    connectionString,
    home: "embedded",
    async ready() {
      if (closing) throw new DatabaseError("database_unavailable", "The database is being closed.");
      if (!running) restart(current.exited);
      if (starting) await inTime(running!);
    },
    onStuck() {
      // What did not answer was the one before the one that is being started.
      if (closing || starting) return;
      current.kill();
      restart(current.exited);
    },
  });
  return {
    ...database,
    connectionString,
    syncs: () => current.syncs(),
    pid: () => current.pid,
    async close() {
      closing = true;
      await database.close();
      const last = await running?.catch(() => undefined);
      await last?.stop();
    },
  };
}

/** Waits for the embedded database to start again. @throws DatabaseError `database_unavailable` when it does not, or takes too long. */
async function inTime(start: Promise<Embedded>): Promise<void> {
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new DatabaseError("database_unavailable", "The embedded database is still being started again.")), startsAgainWithin);
  });
  try {
    await Promise.race([start, late]);
  } catch (cause) {
    if (cause instanceof DatabaseError) throw cause;
    throw new DatabaseError("database_unavailable", "The embedded database did not start again.", { cause });
  } finally {
    clearTimeout(clock);
  }
}
