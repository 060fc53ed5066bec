import { readFileSync } from "node:fs";
import pg from "pg";

const signal = (pid: number, name: NodeJS.Signals) => {
  try {
    process.kill(pid, name);
  } catch {
    // It ended meanwhile.
  }
};

/** Stops every process of a PostgreSQL server, as a machine that stands still does. @returns how to let it go on */
export async function stopPostgres(connectionString: string): Promise<() => void> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("select pid from pg_stat_activity where pid <> pg_backend_pid()");
  await client.end();
  const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${rows[0]!.pid}/status`, "utf8"))![1]);
  const all = [parent, ...rows.map(({ pid }) => pid)];
  for (const pid of all) signal(pid, "SIGSTOP");
  return () => all.forEach((pid) => signal(pid, "SIGCONT"));
}
