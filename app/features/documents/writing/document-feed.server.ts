import { makeCtx, theHouse, type House } from "~/platform/ctx.server";
import { defineHeadWatch } from "~/platform/live-event.server";
import { OrderedFeed, type Numbered } from "~/platform/ordered-feed.server";
import { lanesOf } from "../worker/lanes.server";
import { readLog, readSeqs } from "../queries.server";
import { tellUpdates } from "./tell-room.server";

/** One committed row of the log of a text. */
export interface CommittedUpdate extends Numbered {
  update: Uint8Array;
}

const feeds = new Map<House, OrderedFeed<CommittedUpdate>>();

/**
 * Hands on, per text and in the order of its numbers, what was committed here or elsewhere, to everyone who has it open
 * on this process. What another process wrote, or what a lost hint left out, is found by the sweep within about a second.
 */
export function documentFeed(house: House): OrderedFeed<CommittedUpdate> {
  let feed = feeds.get(house);
  if (feed) return feed;
  const ctx = () => makeCtx(house, { actor: theHouse });
  feed = new OrderedFeed<CommittedUpdate>({
    readSince: async (id, since) => (await readLog(ctx(), id, since, 1_000)).map(({ seq, update }) => ({ n: seq, update })),
    heads: (ids) => readSeqs(ctx(), ids),
    deliver: (id, run) => {
      tellUpdates(id, run);
      keepPace(house, id, run);
    },
    onError: (error, id) => house.logger.error({ err: error, document: id }, "handing on a text failed; the next sweep repairs it"),
  });
  feeds.set(house, feed);
  return feed;
}

/** Tells the judging worker of rows that it did not let through itself. */
function keepPace(house: House, id: string, run: CommittedUpdate[]): void {
  const { examine } = lanesOf(house);
  const known = examine.seqOf(id);
  const last = run.at(-1);
  if (known === undefined || !last || last.n <= known) return;
  if (run[0]!.n > known + 1) return examine.drop(id);
  examine.note(id, last.n);
  examine.ask("apply", { document: id, rows: run.filter((row) => row.n > known).map((row) => row.update) }, 10_000).catch(() => examine.forget(id));
}

/** Ends the feed of a house that goes; for tests and for the end of the process. */
export function closeDocumentFeed(house: House): void {
  feeds.delete(house);
}

defineHeadWatch(async () => {
  for (const feed of feeds.values()) await feed.sweep();
});
