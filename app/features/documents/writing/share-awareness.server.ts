import type { Ctx } from "~/platform/ctx.server";
import type { LiveConnection } from "~/platform/live-event.server";
import { cursorOf, readAwareness, type AwarenessEntry } from "./awareness-codec";
import { editsRoom } from "../document-stream.server";
import { followerOf, followersOf, type Follower } from "./followers.server";
import type { DocumentAwareness, Writer } from "../live";
import { recentRights } from "../rights.server";
import { awarenessOf, tellCaret } from "./tell-room.server";

/** Whoever has a text open is judged again once a second, and at once upon a fact that takes a right away. */
const judgedWithinMs = 2_000;

/**
 * Hands on where somebody is in a text, never stored. Of what they send only the place is kept; who it is, the server
 * writes. A connection speaks for one client id, and for none that another connection holds.
 */
export async function shareAwareness(ctx: Ctx, { id, update }: DocumentAwareness, connection: LiveConnection): Promise<void> {
  const follower = followerOf(ctx.house, id, connection);
  const entry = follower && ownEntry(ctx, follower, update);
  if (!follower || !entry) return;
  const [rights] = await recentRights(ctx, [{ actor: follower.actor, id }], judgedWithinMs);
  if (rights!.write !== true || !connection.follows(editsRoom(id))) return;
  const user: Writer = { name: rights!.sensitive ? "" : rights!.shownName, look: follower.look };
  const shown: AwarenessEntry = { client: entry.client, clock: entry.clock, state: entry.state === null ? null : { user, cursor: cursorOf(entry.state) } };
  follower.shown = shown;
  tellCaret(ctx.house, id, shown);
}

function ownEntry(ctx: Ctx, follower: Follower, update: Uint8Array): AwarenessEntry | undefined {
  const entries = readAwareness(update) ?? [];
  const own = entries.find(({ client }) => follower.shown === null || client === follower.shown.client);
  if (!own || (follower.shown && own.clock <= follower.shown.clock)) return undefined;
  const held = followersOf(ctx.house, follower.documentId).some((other) => other !== follower && other.shown?.client === own.client);
  return held ? undefined : own;
}

/** Shows a newcomer who is there already. */
export function showOthers(ctx: Ctx, id: string, connection: LiveConnection): void {
  const others = followersOf(ctx.house, id).flatMap(({ connection: other, shown }) => (other.id !== connection.id && shown?.state ? shown : []));
  if (others.length > 0) connection.send("document:awareness", awarenessOf(id, others));
}
