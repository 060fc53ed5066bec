import { resolve } from "node:path";
import type { Database } from "#db/client.server";
import type { Region } from "#db/seed/regions/region";
import type { House } from "~/platform/ctx.server";
import type { Env } from "~/platform/env.server";
import { createLimiter } from "~/platform/limiter.server";
import type { Logger } from "~/platform/logger.server";
import { createPublisher } from "~/platform/publisher.server";

/** Everything that the parts of one process share, around one database. */
export function createHouse(given: { env: Env; database: Database; logger: Logger; region: Region; now?: () => Date; port?: number }): House {
  const { env } = given;
  const house: House = {
    env,
    logger: given.logger,
    database: given.database,
    region: given.region,
    limiter: createLimiter(),
    publisher: createPublisher(() => house),
    now: given.now ?? (() => new Date()),
    dataDir: resolve(env.DATA_DIR),
    publicUrl: env.PUBLIC_URL ?? `http://${env.HOST.includes(":") ? `[${env.HOST}]` : env.HOST}:${given.port ?? env.PORT}`,
  };
  return house;
}
