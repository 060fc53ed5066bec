import { join } from "node:path";
import postgres from "postgres";
import type { TriedClient } from "./run-under-kills";

/** Opens the `postgres` package on a connection string of ours, which may name a socket folder in a way that package does not read. */
export function openPostgresPackage(connectionString: string, options: { max?: number } = {}): postgres.Sql {
  const shared: postgres.Options<Record<string, never>> = { max: options.max ?? 10, onnotice: () => undefined };
  const socket = /^postgresql:\/\/\/([^?]+)\?(.*)$/.exec(connectionString);
  if (!socket) return postgres(connectionString, shared);
  const parameters = new URLSearchParams(socket[2]);
  return postgres({ ...shared, path: join(parameters.get("host") ?? "", ".s.PGSQL.5432"), database: socket[1] ?? "postgres", user: parameters.get("user") ?? "postgres" });
}

/** The driver that was not chosen, used as its manual says. */
export const postgresClient: TriedClient = {
  name: "postgres package",
  open(connectionString) {
    const sql = openPostgresPackage(connectionString);
    return {
      async writeGroup(group, size) {
        await sql.begin(async (transaction) => {
          for (let n = 1; n <= size; n += 1) await transaction`insert into trial_row values (${group}, ${n})`;
        });
      },
      close: () => sql.end({ timeout: 1 }),
    };
  },
};
