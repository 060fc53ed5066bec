import { homeFromEnv } from "#db/home.server";
import { migrate } from "#db/migrate.server";
import { loadRegion } from "#db/seed/load-region";
import { createServer } from "node:http";
import { createServer as createVite } from "vite";
import { parseEnv } from "~/platform/env.server";
import { createLogger } from "~/platform/logger.server";
import type { Live } from "./live/serve-live";
import type { App } from "./app";
import type { Jobs } from "./jobs/start-jobs";
import { stopSentence } from "./stop-sentence";

/** What one edit of the code replaces: everything but the port and the open database. */
interface Round {
  app: App;
  live: Live;
  jobs: Jobs;
}

/** `npm run dev`: an edit to a screen, an action or a live handler is there at the next request or event. */
async function develop(): Promise<void> {
  const env = parseEnv({ ...process.env, NODE_ENV: "development" });
  const logger = createLogger(env.LOG_LEVEL);
  const http = createServer();
  const vite = await createVite({ server: { middlewareMode: true, hmr: { server: http, path: "/vite-hmr" } }, appType: "custom" });
  const database = await homeFromEnv(env, { onError: (error) => logger.warn({ err: error }, "database connection") });
  await migrate(database);

  const begin = async (): Promise<Round> => {
    const [{ createHouse }, { createApp, allowedOrigins }, { serveLive }, { startJobs }, { prepareData }, { greet }, { addressOf }] = (await Promise.all(
      ["house", "app", "live/serve-live", "jobs/start-jobs", "prepare-data", "greet", "http/address-of"].map((name) => vite.ssrLoadModule(`/server/${name}.ts`)),
    )) as [typeof import("./house"), typeof import("./app"), typeof import("./live/serve-live"), typeof import("./jobs/start-jobs"), typeof import("./prepare-data"), typeof import("./greet"), typeof import("./http/address-of")];
    const house = createHouse({ env, database, logger, region: await loadRegion(env.REGION) });
    const prepared = await prepareData(house);
    const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<import("@remix-run/node").ServerBuild>;
    const app = createApp(house, build, { closing: false, resting: false });
    const live = serveLive(house, http, { allowedOrigins: allowedOrigins(house), addressOf: addressOf(app.express) });
    if (!round) greet(house, prepared);
    return { app, live, jobs: await startJobs(house) };
  };

  let round: Round | undefined;
  let starting: Promise<Round> | undefined;
  const current = () => (round ? Promise.resolve(round) : (starting ??= begin().then((begun) => (round = begun))));
  // An edit of anything the server runs ends the round: sockets come back by themselves to the new code.
  vite.watcher.on("change", (file) => {
    if (!vite.moduleGraph.getModulesByFile(file)?.size || !round) return;
    const old = round;
    round = starting = undefined;
    old.live.detach();
    void old.jobs.stop();
  });

  http.on("request", (request, response) => {
    vite.middlewares(request, response, () => {
      current().then(
        ({ app }) => app.answer(request, response),
        (error: Error) => {
          vite.ssrFixStacktrace(error);
          logger.error({ err: error }, "the code does not load");
          response.writeHead(500, { "Content-Type": "text/plain" }).end(error.stack);
        },
      );
    });
  });
  http.listen(env.PORT, env.HOST, () => void current());
  process.on("SIGTERM", () => process.exit(0));
  process.on("SIGINT", () => process.exit(0));
}

develop().catch((error: unknown) => {
  console.error(stopSentence(error, { port: Number(process.env.PORT ?? 3000), host: process.env.HOST ?? "127.0.0.1" }) ?? error);
  process.exit(1);
});
