import { homeFromEnv } from "#db/home.server";
import { migrate } from "#db/migrate.server";
import { createServer, type RequestListener, type Server } from "node:http";
import { parseEnv, type Env } from "~/platform/env.server";
import { createLogger } from "~/platform/logger.server";
import { stopSentence } from "./stop-sentence";

/**
 * Opens everything in the order in which it can still be refused without harm: port, database, schema, data, doors.
 * The pages and all behind them are loaded while the database opens, which takes as long.
 */
async function start(env: Env): Promise<void> {
  const logger = createLogger(env.LOG_LEVEL);
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { "Retry-After": "2", "Content-Type": "text/plain; charset=utf-8" }).end("We starten op. Probeer het over een paar tellen opnieuw.\n");
  };
  const http = createServer((request, response) => void answer(request, response));
  const port = await listen(http, env);
  const opening = homeFromEnv(env, { onError: (error) => logger.warn({ err: error }, "database connection") });
  const [{ serveHouse }, database] = await Promise.all([import("./serve-house"), opening]);
  await migrate(database);
  answer = await serveHouse({ env, database, logger, port, http });
}

/** Connections that the system holds until this process takes them: after a restart everybody comes back at once, and who finds the line full waits for seconds. */
const connectionsInLine = 4_096;

/** Takes the port first: a second start then stops before it touches the data. */
function listen(http: Server, env: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(env.PORT, env.HOST, connectionsInLine, () => {
      http.off("error", reject);
      const address = http.address();
      resolve(typeof address === "object" && address ? address.port : env.PORT);
    });
  });
}

/**
 * Not awaited at the top: parts that are loaded later import this module, and would wait for it to finish while it waits for
 * them.
 */
async function main(): Promise<void> {
  let where = { port: 3000, host: "127.0.0.1" };
  try {
    const env = parseEnv(process.env);
    where = { port: env.PORT, host: env.HOST };
    await start(env);
  } catch (error) {
    console.error(stopSentence(error, where) ?? error);
    process.exit(1);
  }
}

void main();
