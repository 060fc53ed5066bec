import { factTypes } from "~/platform/facts";
import type { Code } from "~/platform/codes";
import { makeCtx, theHouse, type Actor, type House } from "~/platform/ctx.server";
import { defineHeadWatch, type LiveConnection } from "~/platform/live-event.server";
import type { AwarenessEntry } from "./awareness-codec";
import { documentFeed } from "./document-feed.server";
import { editsRoom } from "../document-stream.server";
import { caretLooks, type DocumentDenied, type DocumentRole, type DocumentRoleEvent } from "../live";
import { forgetRights, judgeRights, type Rights } from "../rights.server";
import { tellLeft } from "./tell-room.server";

/** One connection that has one text open. */
export interface Follower {
  documentId: string;
  connection: LiveConnection;
  actor: Actor;
  schemaVersion: number;
  role: DocumentRole;
  /** Which look its caret has among those of this text. */
  look: number;
  /** What it last showed of itself; its client id is its own as long as it is here. */
  shown: AwarenessEntry | null;
}

const here = new Map<House, Map<string, Map<string, Follower>>>();
const watched = new WeakSet<House>();

/** Everyone who has a text open on this process. */
export function followersOf(house: House, documentId: string): Follower[] {
  return [...(here.get(house)?.get(documentId)?.values() ?? [])];
}

export function followerOf(house: House, documentId: string, connection: LiveConnection): Follower | undefined {
  return here.get(house)?.get(documentId)?.get(connection.id);
}

/** The actor who shows themselves here under a Yjs client: it is theirs also before they first write under it. */
export function shownUnder(house: House, documentId: string, client: number): string | null {
  return followersOf(house, documentId).find(({ shown }) => shown?.client === client)?.actor.actorId ?? null;
}

/**
 * From now on this connection gets what is written, from after `head`. Joining again keeps its place and its look.
 */
export function follow(house: House, given: Omit<Follower, "look" | "shown">, head: number): void {
  watchAccess(house);
  const { documentId, connection } = given;
  const known = followerOf(house, documentId, connection);
  if (known) return void Object.assign(known, given);
  documentFeed(house).track(documentId, head);
  const texts = here.get(house) ?? new Map<string, Map<string, Follower>>();
  const followers = texts.get(documentId) ?? new Map<string, Follower>();
  here.set(house, texts.set(documentId, followers));
  const taken = new Set([...followers.values()].map(({ look }) => look));
  const free = Array.from({ length: caretLooks }, (_, look) => look).find((look) => !taken.has(look));
  followers.set(connection.id, { ...given, look: free ?? followers.size % caretLooks, shown: null });
  connection.follow(editsRoom(documentId), (denied) => stop(house, documentId, connection, denied));
}

function stop(house: House, documentId: string, connection: LiveConnection, denied: Code | undefined): void {
  const texts = here.get(house);
  const followers = texts?.get(documentId);
  const follower = followers?.get(connection.id);
  if (!texts || !followers || !follower) return;
  followers.delete(connection.id);
  if (followers.size === 0) texts.delete(documentId);
  if (texts.size === 0) here.delete(house);
  documentFeed(house).untrack(documentId);
  if (denied) connection.send("document:denied", { id: documentId, code: denied } satisfies DocumentDenied);
  const { shown } = follower;
  if (!shown) return;
  tellLeft(house, documentId, shown);
}

/** Puts somebody out of a text. */
export function deny(follower: Follower, code: Code): void {
  follower.connection.send("document:denied", { id: follower.documentId, code } satisfies DocumentDenied);
  follower.connection.unfollow(editsRoom(follower.documentId));
}

/** Judges everyone here again, for rights that changed on this process or another: at once upon a fact that says so, and once a second. */
export async function judgeFollowers(house: House): Promise<void> {
  const followers = [...(here.get(house)?.values() ?? [])].flatMap((some) => [...some.values()]);
  if (followers.length === 0) return;
  const ctx = makeCtx(house, { actor: theHouse });
  const rights = await judgeRights(ctx, followers.map(({ actor, documentId }) => ({ actor, id: documentId })));
  followers.forEach((follower, index) => apply(follower, rights[index]!));
}

function apply(follower: Follower, { read, write }: Rights): void {
  if (!follower.connection.follows(editsRoom(follower.documentId))) return;
  if (read !== true) return deny(follower, read);
  const role: DocumentRole = write === true ? "write" : "read";
  if (role === follower.role) return;
  follower.role = role;
  follower.connection.send("document:role", { id: follower.documentId, role } satisfies DocumentRoleEvent);
}

function watchAccess(house: House): void {
  if (watched.has(house)) return;
  watched.add(house);
  house.publisher.onDelivery(async (_stream, run) => {
    if (!run.some(({ type }) => factTypes().get(type)?.changesAccess)) return;
    forgetRights(house);
    await judgeFollowers(house);
  });
}

defineHeadWatch(async () => {
  for (const house of here.keys()) await judgeFollowers(house);
});
