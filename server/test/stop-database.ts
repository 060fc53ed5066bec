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

/**
 * Stops the process of a server's embedded database, and each that is started in its place, as a disk that stands still does.
 * @returns how to let them go on
 */
export function stopEmbedded(serverPid: number): () => void {
  const stopped = new Set<number>();
  const stop = () => {
    for (const pid of childrenOf(serverPid)) {
      // Before it runs its own program, its parent waits for it and would stand still too.
      if (stopped.has(pid) || !commandOf(pid).includes("embedded")) continue;
      signal(pid, "SIGSTOP");
      stopped.add(pid);
    }
  };
  stop();
  const again = setInterval(stop, 10);
  return () => {
    clearInterval(again);
    for (const pid of stopped) signal(pid, "SIGCONT");
  };
}

const childrenOf = (pid: number) => readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    // It ended meanwhile.
    return "";
  }
}
