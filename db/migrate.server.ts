import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import type { Database } from "./client.server";

/** Why the database and the migrations of this version do not belong together. */
export type MigrationErrorCode = "database_newer" | "migration_changed" | "migration_out_of_order";

/** The migrations were not applied, and nothing was changed. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
  constructor(
    readonly code: MigrationErrorCode,
    message: string,
  ) {
    super(message);
  }
}

interface Migration {
  tag: string;
  /** Milliseconds since 1970, as drizzle records it beside the hash. */
  when: number;
  hash: string;
  statements: string[];
}

/** The same on every process, and of no other use: the one that holds it migrates. */
const lockKey = 5_207_414_001n;

/**
 * Brings the database up to the migrations in `migrationsFolder` (`db/migrations` under the project root), one transaction for each.
 * Several processes may do this at once: one does it, the others wait and find nothing left to do. A migration that cannot get its table locks
 * within 3 s fails rather than stopping everybody's work. Throws MigrationError before anything is changed when the history differs.
 * @returns the tags of the migrations that were applied now
 */
export async function migrate(target: Pick<Database, "connectAlone"> | string, options: { migrationsFolder?: string } = {}): Promise<string[]> {
  const migrations = readMigrations(resolve(options.migrationsFolder ?? "db/migrations"));
  const client = typeof target === "string" ? await connectTo(target) : await target.connectAlone();
  try {
    // PGlite has a single session in which this lock excludes nobody; there the lock on the folder does.
    await client.query("SELECT pg_advisory_lock($1)", [lockKey]);
    await client.query('CREATE SCHEMA IF NOT EXISTS "drizzle"');
    await client.query('CREATE TABLE IF NOT EXISTS "drizzle"."__drizzle_migrations" (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint)');
    const applied = await client.query<{ hash: string; when: number }>('SELECT hash, created_at::float8 AS "when" FROM "drizzle"."__drizzle_migrations" ORDER BY id');
    const missing = findMissing(migrations, applied.rows);
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ tag }) => tag);
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [lockKey]).catch(() => undefined);
    await client.end().catch(() => undefined);
  }
}

async function connectTo(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  // The statement under way fails with the same error; without a listener it would also end the process.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

function readMigrations(folder: string): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8")) as { entries: { tag: string; when: number }[] };
  return journal.entries.map(({ tag, when }, index) => {
    const before = journal.entries[index - 1];
    if (before && before.when >= when)
      throw new MigrationError("migration_out_of_order", `Migration ${tag} is older than ${before.tag}, which comes before it; generate it again.`);
    const text = readFileSync(join(folder, `${tag}.sql`), "utf8");
    return { tag, when, hash: createHash("sha256").update(text).digest("hex"), statements: text.split("--> statement-breakpoint") };
  });
}

/** What was applied must be the beginning of what this version brings, unchanged. */
function findMissing(migrations: Migration[], applied: { hash: string; when: number }[]): Migration[] {
  applied.forEach((done, index) => {
    const expected = migrations[index];
    if (expected?.when === done.when) {
      if (expected.hash === done.hash) return;
      throw new MigrationError("migration_changed", `Migration ${expected.tag} was changed after this database had applied it; put it back and add a new one.`);
    }
    if (expected && migrations.some(({ when }) => when === done.when))
      throw new MigrationError("migration_out_of_order", `Migration ${expected.tag} is older than one that this database has applied already; generate it again.`);
    throw new MigrationError("database_newer", "This database was used by a newer version of the platform; start that version.");
  });
  return migrations.slice(applied.length);
}

async function apply(client: pg.Client, { tag, when, hash, statements }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query("SET LOCAL lock_timeout = '3s'");
    for (const statement of statements) if (statement.trim() !== "") await client.query(statement);
    await client.query('INSERT INTO "drizzle"."__drizzle_migrations" (hash, created_at) VALUES ($1, $2)', [hash, when]);
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw new Error(`Migration ${tag} failed; nothing of it was kept.`, { cause });
  }
}
