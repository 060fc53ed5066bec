import { countUnreadOf, unreadNews } from "~/features/notifications/index.server";
import { makeCtx, theHouse, type House } from "~/platform/ctx.server";
import { factTypes } from "~/platform/facts";
import { connectionsOf, liveRooms } from "~/platform/live-event.server";
import { parseStream } from "~/platform/streams";
import type { LiveServer } from "./serve-live";

/**
 * Sends each person who is connected here the number of their notices when it changes: all those of one moment are counted
 * together, so that an announcement to a thousand readers is one question and not a thousand. It may be missed; pages also ask.
 */
export function tellUnread(house: House, io: LiveServer): void {
  const changed = new Set<string>();
  let busy = false;
  const tell = async () => {
    const people = new Set<string>();
    for (const { data } of io.sockets.sockets.values()) if (changed.has(data.actor.actorId!)) people.add(data.actor.personId!);
    changed.clear();
    if (people.size === 0) return;
    const counts = await countUnreadOf(makeCtx(house, { actor: theHouse }), [...people]);
    for (const person of people) liveRooms().send(connectionsOf(person), "notices:count", unreadNews(counts.get(person) ?? 0));
  };
  const tellAll = async () => {
    if (busy) return;
    busy = true;
    try {
      while (changed.size > 0) await tell();
    } catch (error) {
      house.logger.warn({ err: error }, "the number of notices was not told; pages ask for it");
    } finally {
      busy = false;
    }
  };
  house.publisher.onHeard((facts) => {
    for (const { type, stream } of facts) {
      const owner = stream !== null && factTypes().get(type)?.brings === "notices" ? parseStream(stream) : null;
      if (owner?.kind === "person") changed.add(owner.id);
    }
    if (changed.size > 0) void tellAll();
  });
}
