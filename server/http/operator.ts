import { randomBytes, timingSafeEqual } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import express, { Router, type RequestHandler } from "express";
import { z } from "zod";
import { restoreBackup, writeBackup } from "#db/dump/backup-file";
import { DumpError } from "#db/dump/load";
import type { House } from "~/platform/ctx.server";
import type { AppState } from "#server/app";

const Order = z.strictObject({ path: z.string().min(1) });

/** Where a running process tells commands on the same machine how to reach it; only its own user can read it. */
export const operatorFile = (dataDir: string) => join(dataDir, "operator.json");

/** Opens the door for commands while this process runs; returns how to close it. */
export function announceOperator(house: House, port: number): { token: string; withdraw: () => void } {
  const token = randomBytes(32).toString("hex");
  mkdirSync(house.dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(operatorFile(house.dataDir), JSON.stringify({ url: `http://${house.env.HOST.includes(":") ? `[${house.env.HOST}]` : house.env.HOST}:${port}`, token }), { mode: 0o600 });
  return { token, withdraw: () => rmSync(operatorFile(house.dataDir), { force: true }) };
}

/** Backup and restore of a running installation: the embedded database lets nobody in but this process. */
export function operatorDoor(house: House, token: string, state: AppState): Router {
  const door = Router();
  const knows: RequestHandler = (request, response, next) => {
    const given = Buffer.from((request.get("authorization") ?? "").replace(/^Bearer /, ""));
    const wanted = Buffer.from(token);
    if (given.length === wanted.length && timingSafeEqual(given, wanted)) return next();
    response.status(404).end();
  };
  const run = (work: (path: string) => Promise<object>): RequestHandler => async (request, response) => {
    const order = Order.safeParse(request.body);
    if (!order.success) return void response.status(422).json({ sentence: "Say which file." });
    try {
      response.json(await work(order.data.path));
    } catch (error) {
      house.logger.error({ err: error }, "an order of the operator failed");
      response.status(500).json({ sentence: error instanceof DumpError ? error.message : `It failed: ${error instanceof Error ? error.message : "unknown"}` });
    }
  };
  door.use(knows, express.json());
  door.post("/backup", run((path) => writeBackup(house.database, house.dataDir, path)));
  door.post(
    "/restore",
    run(async (path) => {
      state.resting = true;
      try {
        const done = await restoreBackup(house.database, house.dataDir, path);
        await house.publisher.sweep();
        return done;
      } finally {
        state.resting = false;
      }
    }),
  );
  return door;
}
