import { parseArgs } from "node:util";
import { homeFromEnv } from "#db/home.server";
import { migrate } from "#db/migrate.server";
import { writeLoad } from "#db/seed/load/write-load";
import { loadRegion } from "#db/seed/load-region";
import { seedDemonstration } from "#db/seed/seed-demonstration";
import { SeedError } from "#db/seed/seed-error";
import { seedReference } from "#db/seed/seed-reference";
import { hashPassword, proposePassphrase } from "~/features/accounts/index.server";
import { createLogger } from "~/platform/logger.server";
import { howToTryOut } from "../greet";
import { createHouse } from "../house";
import { runCommand } from "./reach";

/** One statement may take this long here: nobody waits for an answer meanwhile. */
const callTimeout = 120_000;

/**
 * `npm run seed`: the demonstration, also where it would not come by itself.
 * `npm run seed -- --people 5000 --messages 200000 [--groups 100] [--seed 1]`: that many invented people and messages, for measuring.
 */
await runCommand(async (env, words) => {
  const size = readSize(words);
  const logger = createLogger(env.LOG_LEVEL);
  const database = await homeFromEnv(env, { callTimeout, onError: (error) => logger.warn({ err: error }, "database connection") });
  try {
    await migrate(database);
    const region = await loadRegion(env.REGION);
    const house = createHouse({ env, database, logger, region });
    await database.withTx(async (tx) => ({ value: await seedReference(tx, region) }));
    if (size) {
      const password = proposePassphrase();
      const began = Date.now();
      const made = await writeLoad(database, size, startOfToday(), await hashPassword(password));
      const counts = Object.entries(made).map(([what, count]) => `${count} ${what}`);
      console.log(`${counts.join(", ")} in ${((Date.now() - began) / 1_000).toFixed(1)} s. Sign in as lading-${size.seed ?? 1}-1 with: ${password}`);
      return;
    }
    const tryOuts = await seedDemonstration(house, true);
    if (tryOuts.length === 0) throw new SeedError("There are people in this database already, so nothing invented was added. Choose an empty one.");
    console.log(howToTryOut(tryOuts).join("\n"));
  } finally {
    await database.close();
  }
});

function readSize(words: string[]) {
  const number = { type: "string" } as const;
  let given: Record<string, string | undefined>;
  try {
    given = parseArgs({ args: words, options: { people: number, messages: number, groups: number, seed: number } }).values;
  } catch (cause) {
    throw new SeedError("Use: npm run seed -- --people 5000 --messages 200000, and if you like --groups 100 and --seed 2.", { cause });
  }
  if (Object.keys(given).length === 0) return null;
  const read = (name: string, least: number) => {
    const value = given[name];
    if (value === undefined) return undefined;
    if (!/^\d{1,8}$/.test(value) || Number(value) < least) throw new SeedError(`--${name} is a whole number of at least ${least}.`);
    return Number(value);
  };
  return { people: read("people", 1) ?? 100, messages: read("messages", 0) ?? 0, groups: read("groups", 1), seed: read("seed", 0) };
}

/** So that the same command on the same day makes the same rows. */
function startOfToday(): Date {
  return new Date(new Date().toISOString().slice(0, 10));
}
