import { createClient } from "redis";
import type { House } from "~/platform/ctx.server";
import type { WrittenFact } from "~/platform/write-facts.server";

const channel = "leerhoek:facts";

/**
 * Tells the other processes at once what this one committed. Only a hint: when Redis is down or drops something, the head
 * watcher reads it from the database within about a second. Returns how to stop.
 */
export async function shareFacts(house: House, url: string): Promise<() => Promise<void>> {
  const here = crypto.randomUUID();
  const socket = { reconnectStrategy: (tries: number) => Math.min(tries * 200, 5_000) };
  const sender = createClient({ url, socket, disableOfflineQueue: true });
  const receiver = sender.duplicate();
  for (const client of [sender, receiver]) client.on("error", (error: Error) => house.logger.warn({ err: error }, "redis is out of reach; the database carries on alone"));
  // Not awaited: a start must not hang on Redis.
  void sender.connect().catch(() => undefined);
  void receiver
    .connect()
    .then(() =>
      receiver.subscribe(channel, (message) => {
        const { from, facts } = JSON.parse(message) as { from: string; facts: (Omit<WrittenFact, "occurredAt"> & { occurredAt: string })[] };
        if (from !== here) house.publisher.hint(facts.map((fact) => ({ ...fact, occurredAt: new Date(fact.occurredAt) })));
      }),
    )
    .catch(() => undefined);
  house.publisher.onPublish((facts) => {
    if (sender.isReady) void sender.publish(channel, JSON.stringify({ from: here, facts })).catch(() => undefined);
  });
  return async () => {
    await Promise.allSettled([sender.close(), receiver.close()]);
  };
}
