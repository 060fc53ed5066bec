import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../migrate.server";
import { openBroker, type Lent } from "./broker";
import { startPostgres, type TestPostgres } from "./start-postgres";

/** Vitest's global setup: one PostgreSQL for the run, with a database for each worker copied from a migrated one. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const name = (part: string) => `leerhoek_test_${process.pid}_${part}`;
  const databases: string[] = [];
  let server: Promise<TestPostgres> | undefined;
  let migrated: Promise<void> | undefined;
  let copied: Promise<unknown> = Promise.resolve();

  async function makeTemplate(postgres: TestPostgres): Promise<void> {
    await postgres.administer(`CREATE DATABASE ${name("template")}`);
    databases.push(name("template"));
    await migrate(postgres.connectionString(name("template")), { migrationsFolder: join(project.config.root, "db/migrations") });
  }

  async function make(worker: string): Promise<Lent> {
    server ??= startPostgres();
    const postgres = await server.catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    // A machine without a working PostgreSQL of its own skips these tests; whatever goes wrong from here on is ours.
    if (typeof postgres === "string") return { missing: postgres };
    await (migrated ??= makeTemplate(postgres));
    const database = name(worker.replace(/\W/g, ""));
    // A template cannot be copied twice at the same time.
    const copy = copied.then(() => postgres.administer(`CREATE DATABASE ${database} TEMPLATE ${name("template")}`));
    copied = copy.catch(() => undefined);
    await copy;
    databases.push(database);
    return { home: "postgres", connectionString: postgres.connectionString(database) };
  }

  const broker = await openBroker(make);
  project.provide("databaseBroker", broker.socket);
  return async () => {
    await broker.close();
    const postgres = await server?.catch(() => undefined);
    // On somebody's server nothing may stay behind; our own is thrown away whole.
    if (process.env["LEERHOEK_TEST_POSTGRES_URL"]) await postgres?.administer(...databases.map((database) => `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));
    await postgres?.stop();
  };
}
