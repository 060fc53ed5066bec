import { mkdtempSync, rmSync } from "node:fs";
import { createServer, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a test file is given: a migrated database of its worker's own, or why this machine cannot have one (its tests are skipped), or what broke (they fail). */
export type Lent = { home: "embedded" | "postgres"; connectionString: string } | { missing: string } | { broken: string };

/**
 * Hands out one database for each worker, made when the first file on that worker asks, so that running one test starts one database.
 * @returns the socket to ask on, and `close`
 */
export async function openBroker(make: (worker: string) => Promise<Lent>): Promise<{ socket: string; close(): Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), "leerhoek-test-"));
  const socket = join(dir, "broker");
  const made = new Map<string, Promise<Lent>>();
  const server = createServer((connection) => {
    connection.on("error", () => undefined);
    connection.once("data", (data) => {
      const worker = data.toString("utf8");
      const lent = made.get(worker) ?? make(worker).catch((error: unknown): Lent => ({ broken: sentenceOf(error) }));
      made.set(worker, lent);
      void lent.then((answer) => connection.end(JSON.stringify(answer)));
    });
  });
  await new Promise<void>((done) => server.listen(socket, done));
  return {
    socket,
    async close() {
      await Promise.allSettled(made.values());
      await new Promise((done) => server.close(done));
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Asks the broker for this worker's database. */
export function borrow(socket: string, worker: string): Promise<Lent> {
  return new Promise((resolve, reject) => {
    let text = "";
    const connection = connect(socket, () => connection.write(worker));
    connection.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    connection.once("end", () => resolve(JSON.parse(text) as Lent)).once("error", reject);
  });
}

/** The error and what caused it, in one line for the test report. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} ${sentenceOf(error.cause)}`;
}
