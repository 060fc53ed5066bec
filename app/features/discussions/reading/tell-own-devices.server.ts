import { connectionsOf, liveRooms } from "~/platform/live-event.server";
import type { DiscussionNews } from "../live/live";

/**
 * Tells the other devices and tabs of a person, on this process, what they have seen in a conversation. It is no fact: what
 * somebody reads is not kept in any log. Devices elsewhere ask when they come into sight or reconnect.
 */
export function tellOwnDevices(personId: string, news: DiscussionNews["discussion:seen"]): void {
  liveRooms().send(connectionsOf(personId), "discussion:seen", news);
}
