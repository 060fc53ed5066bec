import type { RequestHandler } from "express";
import { sql } from "drizzle-orm";
import type { House } from "~/platform/ctx.server";

/** `/healthz`: the process runs. */
export const healthz: RequestHandler = (_request, response) => void response.type("text/plain").send("ok\n");

/** `/readyz`: the database answers and the process is not on its way out. */
export function readyz(house: House, state: { closing: boolean }): RequestHandler {
  return async (_request, response) => {
    response.setHeader("Cache-Control", "no-store");
    if (state.closing) return void response.status(503).type("text/plain").send("closing\n");
    try {
      await house.database.db.execute(sql`select 1`);
      response.type("text/plain").send("ready\n");
    } catch {
      response.status(503).type("text/plain").send("database unavailable\n");
    }
  };
}
