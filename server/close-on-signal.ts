import type { Server, ServerResponse } from "node:http";
import type { House } from "~/platform/ctx.server";
import type { AppState } from "./app";
import type { Jobs } from "./jobs/start-jobs";
import type { Live } from "./live/serve-live";

const answersWithinMs = 10_000;
const endsWithinMs = 25_000;
/** How often it is looked whether a connection has nothing to do any more, once the end was asked for. */
const looksEveryMs = 100;

/**
 * SIGTERM and SIGINT: stop taking work, let what runs be answered, end the live connections (clients come back by
 * themselves), the jobs, the database. A second signal, or 25 seconds, ends it at once.
 */
export function closeOnSignal(parts: { http: Server; live: Live; jobs: Jobs; house: House; state: AppState; operator: { withdraw: () => void }; stopSharing: () => Promise<void> }): void {
  const { http, live, jobs, house, state, operator, stopSharing } = parts;
  let asked = false;
  const close = async () => {
    if (asked) process.exit(1);
    asked = true;
    state.closing = true;
    operator.withdraw();
    setTimeout(() => process.exit(1), endsWithinMs).unref();
    const answered = new Promise<void>((resolve) => void http.close(() => resolve()));
    // A proxy goes on asking over the connections that it keeps: each gets its answer, and is told that it was the last.
    http.prependListener("request", (_request, response: ServerResponse) => void response.setHeader("Connection", "close"));
    http.closeIdleConnections();
    const idle = setInterval(() => http.closeIdleConnections(), looksEveryMs);
    const impatient = setTimeout(() => http.closeAllConnections(), answersWithinMs);
    await live.close();
    await answered;
    clearTimeout(impatient);
    clearInterval(idle);
    await jobs.stop();
    await stopSharing();
    await house.database.close();
    process.exit(0);
  };
  process.on("SIGTERM", () => void close());
  process.on("SIGINT", () => void close());
}
