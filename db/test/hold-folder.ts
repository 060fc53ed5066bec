import { sql } from "drizzle-orm";
import { openEmbedded } from "../home.server";

/** A stand-in for the platform that a test kills: opens the folder, writes one row, says so and stays, with a statement under way that never ends by itself. */
async function hold(dir: string): Promise<void> {
  const database = await openEmbedded({ dir }, { callTimeout: 600_000 });
  await database.db.execute(sql`create table line (id integer generated always as identity primary key, text text not null)`);
  await database.withTx(async (db) => (await db.execute(sql`insert into line (text) values ('vastgehouden')`), { value: 0 }));
  const endless = database.db.execute(sql`select count(*) from generate_series(1, 200000000000)`).execute();
  process.stdout.write("held\n");
  await endless;
}

void hold(process.argv[2] ?? "");
