import { sql } from "drizzle-orm";
import { openDatabase } from "../client.server";
import type { TriedClient } from "./run-under-kills";

/** The application's own way of writing: node-postgres behind `withTx`. */
export const ownClient: TriedClient = {
  name: "pg with withTx",
  open(connectionString) {
    const database = openDatabase({ home: "postgres", connectionString, poolSize: 10 });
    return {
      async writeGroup(group, size) {
        await database.withTx(async (db) => {
          for (let n = 1; n < size; n += 1) await db.execute(sql`insert into trial_row values (${group}, ${n})`);
          return { value: undefined, last: sql`insert into trial_row values (${group}, ${size})` };
        });
      },
      close: () => database.close(),
    };
  },
};
