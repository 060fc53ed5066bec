import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { lanesOf } from "../worker/lanes.server";
import { isStruck, strike } from "../writing/strikes.server";
import { LaneError } from "../worker/worker-lane.server";
import type { OrderKind, Orders } from "../worker/orders";

/** Opening a long text takes a while; an edit of it does not. */
const forkMs = 3_000;

/**
 * Asks the worker, apart from those who write in texts, something about a fork. An edit that takes it too long counts
 * against who sent it, as a push does. @throws AppError `too_many` for who did so before, `retry` when there is no answer.
 */
export async function askWorker<K extends OrderKind>(ctx: Ctx, kind: K, order: Orders[K]["order"]): Promise<Orders[K]["answer"]> {
  if (isStruck(ctx.house, ctx.actor)) throw new AppError("too_many");
  try {
    return await lanesOf(ctx.house).files.ask(kind, order, forkMs);
  } catch (error) {
    if (!(error instanceof LaneError)) throw error;
    if (error.reason === "exceeded") await strike(ctx.house, ctx.actor);
    throw new AppError("retry", {}, { cause: error });
  }
}
