import { createClient } from "redis";
import type { House } from "~/platform/ctx.server";
import { heardFrom, provideOtherProcesses } from "~/platform/live-event.server";
import type { WrittenFact } from "~/platform/write-facts.server";

const channel = "leerhoek:facts";

/**
 * Tells the other processes at once what this one committed. Only a hint: when Redis is down or drops something, the head
 * watcher reads it from the database within about a second. What is volatile, such as who is there, goes the same way and
 * is simply not known elsewhere then. Returns how to stop.
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
        const told = JSON.parse(message) as { from: string; facts?: (Omit<WrittenFact, "occurredAt"> & { occurredAt: string })[]; topic?: string; said?: object };
        if (told.from === here) return;
        if (told.facts) house.publisher.hint(told.facts.map((fact) => ({ ...fact, occurredAt: new Date(fact.occurredAt) })));
        else if (told.topic && told.said) heardFrom(house, told.from, told.topic, told.said);
      }),
    )
    .catch(() => undefined);
  const tell = (what: object) => {
    if (sender.isReady) void sender.publish(channel, JSON.stringify({ from: here, ...what })).catch(() => undefined);
  };
  house.publisher.onPublish((facts) => tell({ facts }));
  provideOtherProcesses((topic, said) => tell({ topic, said }));
  return async () => {
    await Promise.allSettled([sender.close(), receiver.close()]);
  };
}
