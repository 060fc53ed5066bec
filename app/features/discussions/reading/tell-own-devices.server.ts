import { connectionsOf, liveRooms } from "~/platform/live-event.server";
import type { DiscussionNews } from "../live/live";

/**
 * Tells the devices and tabs of a person, on this process, what they did in another: what they have seen, what they are
 * writing, how they reacted. It is no fact and is kept in no log. Devices elsewhere find it when they come into sight,
 * reconnect or load.
 */
export function tellOwnDevices<E extends Exclude<keyof DiscussionNews, "presence" | "typing">>(personId: string, event: E, news: DiscussionNews[E]): void {
  liveRooms().send(connectionsOf(personId), event, news);
}
