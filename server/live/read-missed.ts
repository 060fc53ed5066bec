import { makeCtx, theHouse, type House } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { readFacts, readHead, toDeliveries } from "~/platform/publisher.server";
import type { StreamId } from "~/platform/streams";
import type { CatchUp } from "./catch-up";

/** Somebody who wants the facts of a stream above a number. */
interface Asker {
  since: number;
  answer: (missed: CatchUp) => void;
  fail: (error: unknown) => void;
}

/** Who waits for the next reading of a stream; absent when nobody reads it. */
const lines = new WeakMap<House, Map<StreamId, Asker[]>>();

/**
 * What a stream had above `since`, for somebody who may follow it. While one reading of a stream is under way, everybody
 * else who asks waits for the next and shares it: after a restart a thousand come back in the same second.
 */
export function readMissed(house: House, stream: StreamId, since: number): Promise<CatchUp> {
  let byStream = lines.get(house);
  if (!byStream) lines.set(house, (byStream = new Map()));
  const line = byStream.get(stream);
  return new Promise((answer, fail) => {
    const asker = { since, answer, fail };
    if (line) return void line.push(asker);
    byStream.set(stream, [asker]);
    void work(house, byStream, stream);
  });
}

async function work(house: House, byStream: Map<StreamId, Asker[]>, stream: StreamId): Promise<void> {
  for (let askers = byStream.get(stream)!; askers.length > 0; askers = byStream.get(stream)!) {
    byStream.set(stream, []);
    await readFor(house, stream, askers).catch((error: unknown) => askers.forEach(({ fail }) => fail(error)));
  }
  byStream.delete(stream);
}

/** Reads once, from the one who missed most, and gives each what it lacks. */
async function readFor(house: House, stream: StreamId, askers: Asker[]): Promise<void> {
  const ctx = makeCtx(house, { actor: theHouse });
  const head = await readHead(ctx, stream);
  const canCatchUp = ({ since }: Asker) => since <= head && head - since <= limits.replayFacts;
  askers.filter((asker) => !canCatchUp(asker)).forEach(({ answer }) => answer({ head, reload: true }));
  const rest = askers.filter(canCatchUp);
  if (rest.length === 0) return;
  const from = Math.min(...rest.map(({ since }) => since));
  const missed = from < head ? await toDeliveries(ctx, stream, await readFacts(ctx, stream, from, limits.replayFacts)) : [];
  for (const { since, answer } of rest) {
    const facts = missed.filter(({ n }) => n > since);
    answer({ head: facts.at(-1)?.n ?? head, facts });
  }
}
