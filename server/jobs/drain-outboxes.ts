import type { House } from "~/platform/ctx.server";
import { handleFacts } from "~/platform/fact-handlers.server";
import { factTypes } from "~/platform/facts";

/** How often to look for what another process left behind, in milliseconds. */
const everyMs = 2_000;

/** Acts upon facts as soon as this process commits them, and now and then on what waits from elsewhere. */
export function drainOutboxes(house: House): { stop: () => Promise<void> } {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const drain = async () => {
    try {
      do {
        again = false;
        while (!stopped && (await handleFacts(house)) > 0);
      } while (again && !stopped);
    } catch (error) {
      house.logger.warn({ err: error }, "acting upon facts failed; they wait for the next round");
    } finally {
      running = null;
    }
  };
  const wake = () => {
    again = true;
    if (!stopped) running ??= drain();
  };
  house.publisher.onPublish((facts) => {
    if (facts.some((one) => factTypes().get(one.type)?.wakes)) wake();
  });
  const timer = setInterval(wake, everyMs);
  wake();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
