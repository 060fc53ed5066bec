import { loadRegion } from "#db/seed/load-region";
import * as build from "virtual:remix/server-build";
import type { Server, RequestListener } from "node:http";
import type { Database } from "#db/client.server";
import type { Env } from "~/platform/env.server";
import type { Logger } from "~/platform/logger.server";
import { allowedOrigins, createApp, type AppState } from "./app";
import { closeOnSignal } from "./close-on-signal";
import { greet } from "./greet";
import { createHouse } from "./house";
import { addressOf } from "./http/address-of";
import { announceOperator } from "./http/operator";
import { startJobs } from "./jobs/start-jobs";
import { serveLive } from "./live/serve-live";
import { shareFacts } from "./live/share-facts";
import { prepareData } from "./prepare-data";

/** Fills a migrated database where it is empty, opens every door of `http` and says where they are; what answers plain requests. */
export async function serveHouse(given: { env: Env; database: Database; logger: Logger; port: number; http: Server }): Promise<RequestListener> {
  const { env, database, logger, port, http } = given;
  const state: AppState = { closing: false, resting: false };
  const house = createHouse({ env, database, logger, port, region: await loadRegion(env.REGION) });
  const prepared = await prepareData(house);
  const operator = announceOperator(house, port);
  const app = createApp(house, build, state, operator.token);
  const live = serveLive(house, http, { allowedOrigins: allowedOrigins(house), addressOf: addressOf(app.express) });
  const jobs = await startJobs(house);
  const stopSharing = env.REDIS_URL ? await shareFacts(house, env.REDIS_URL) : async () => undefined;
  closeOnSignal({ http, live, jobs, house, state, operator, stopSharing });
  greet(house, prepared);
  return app.answer;
}
