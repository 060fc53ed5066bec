import { AppError } from "~/platform/codes";
import type { Actor, House } from "~/platform/ctx.server";

/** Updates of one person that took the worker too long, before that person must wait. */
const strikesAtMost = 3;
const waitSeconds = 600;

const struck = new WeakMap<House, Map<string, number>>();

/** Counts an update that had to be cut off. An honest editor never makes one, save on a machine that is very busy. */
export async function strike(house: House, actor: Actor): Promise<void> {
  if (!actor.personId) return;
  try {
    await house.limiter.consumeKey(`document-strike|${actor.personId}`, strikesAtMost - 1, waitSeconds);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    let found = struck.get(house);
    if (!found) struck.set(house, (found = new Map()));
    found.set(actor.personId, performance.now() + waitSeconds * 1_000);
  }
}

/** Whether this person may not write along for a while. */
export function isStruck(house: House, actor: Actor): boolean {
  const until = actor.personId ? struck.get(house)?.get(actor.personId) : undefined;
  return until !== undefined && until > performance.now();
}
