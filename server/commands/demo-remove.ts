import { homeFromEnv } from "#db/home.server";
import { migrate } from "#db/migrate.server";
import { loadRegion } from "#db/seed/load-region";
import { removeDemonstration } from "#db/seed/remove-demonstration";
import { createLogger } from "~/platform/logger.server";
import { createHouse } from "../house";
import { runCommand } from "./reach";

/** `npm run demo:remove`: everything invented goes, for good. The embedded database must be free, so the platform is stopped first. */
await runCommand(async (env) => {
  const logger = createLogger(env.LOG_LEVEL);
  const database = await homeFromEnv(env, { callTimeout: 600_000, onError: (error) => logger.warn({ err: error }, "database connection") });
  try {
    await migrate(database);
    const house = createHouse({ env, database, logger, region: await loadRegion(env.REGION) });
    const { people, spaces, organisations, files } = await removeDemonstration(house);
    console.log(`Removed: ${people} invented people, ${organisations} organisations, ${spaces} leerplekken and ${files} files, with everything about them. Backups made before still hold them.`);
    if (env.DATABASE_URL) console.log("Start running processes again, so that they forget the pages they kept.");
  } finally {
    await database.close();
  }
});
