import { and, eq, inArray } from "drizzle-orm";
import { person, theme } from "#db/schema/index";
import { mayBePresent, showsPresence } from "~/permissions/groups";
import { AppError } from "~/platform/codes";
import { makeCtx, theHouse, type Actor, type Ctx, type House } from "~/platform/ctx.server";
import { defineAccessWatch, hearFromOthers, liveRooms, tellOtherProcesses, type LiveConnection } from "~/platform/live-event.server";
import { accessDiscussions } from "../access-discussion.server";
import { WhoIsHere, type Present, type PresenceView } from "./who-is-here";

/** Everyone who has a conversation open and shows that they do. */
export const presenceRoom = (discussion: string) => `presence:${discussion}`;

/** How somebody is seen in a conversation: null where nobody sees who is there, or they chose not to be seen. */
export interface Shown {
  who: string;
  name: string;
  /** Whether others see that they write. */
  typing: boolean;
}

interface Follower extends Present {
  actor: Actor;
  group: string;
  discussion: string;
  typing: boolean;
  connection: LiveConnection;
  /** When they last were seen writing. */
  typedAt: number;
}

interface Room {
  whoIsHere: WhoIsHere;
  followers: Map<string, Follower>;
  /** Who asks to come in while others are looked up: a server that starts again hears a thousand at once. */
  asking: { actor: Actor; id: string; answer: (judged: Judged) => void; fail: (error: unknown) => void }[];
  busy: boolean;
  judgedAt: number;
}

type Judged = { shown: Shown | null; group: string } | AppError;

/** Of one connection: a browser has a conversation in sight. */
const mostAtOnce = 5;
/** So many are looked up together. */
const mostTogether = 200;
/** Whatever ended a right, nobody stays longer than this, in milliseconds. */
const judgeEvery = 25_000;
const rooms = new WeakMap<House, Room>();

function roomOf(house: House): Room {
  let room = rooms.get(house);
  if (!room) {
    const whoIsHere = new WhoIsHere({
      tell: (discussion, view) => liveRooms().send(presenceRoom(discussion), "presence", { discussion, ...view }),
      share: (discussion, view) => tellOtherProcesses("presence", { discussion, view }),
      again: () => void judgeEveryone(house).catch((error: unknown) => house.logger.warn({ err: error }, "who is here was not judged again; the next time does it")),
    });
    rooms.set(house, (room = { whoIsHere, followers: new Map(), asking: [], busy: false, judgedAt: 0 }));
  }
  return room;
}

const keyOf = (connection: LiveConnection, discussion: string) => `${connection.id} ${discussion}`;

function countOf(followers: Room["followers"], connection: LiveConnection): number {
  let count = 0;
  for (const follower of followers.values()) if (follower.connection.id === connection.id) count += 1;
  return count;
}

/** Their place among those who are there. @throws AppError as `accessDiscussion`; `too_many` from one connection. */
export async function comeIn(ctx: Ctx, discussion: string, connection: LiveConnection): Promise<{ shown: Shown | null; view: PresenceView }> {
  const { followers, whoIsHere } = roomOf(ctx.house);
  const key = keyOf(connection, discussion);
  if (!followers.has(key) && countOf(followers, connection) >= mostAtOnce) throw new AppError("too_many");
  const judged = await new Promise<Judged>((answer, fail) => {
    roomOf(ctx.house).asking.push({ actor: ctx.actor, id: discussion, answer, fail });
    void letIn(ctx.house);
  });
  if (judged instanceof AppError) throw judged;
  if (!judged.shown) {
    goOut(ctx.house, discussion, connection);
    return { shown: null, view: { count: 0, people: [] } };
  }
  const { shown, group } = judged;
  const follower: Follower = { key, who: shown.who, name: shown.name, actor: ctx.actor, group, discussion, typing: shown.typing, connection, typedAt: followers.get(key)?.typedAt ?? -Infinity };
  connection.follow(presenceRoom(discussion), () => forget(ctx.house, follower));
  // The line may have gone while the right was looked up; `follow` then called it off already.
  if (connection.follows(presenceRoom(discussion))) {
    followers.set(key, follower);
    whoIsHere.join(discussion, follower);
  }
  return { shown, view: whoIsHere.toldTo(discussion) };
}

/** Looks up those who ask, all who came meanwhile at once. */
async function letIn(house: House): Promise<void> {
  const room = roomOf(house);
  if (room.busy) return;
  room.busy = true;
  for (let asking = room.asking.splice(0, mostTogether); asking.length > 0; asking = room.asking.splice(0, mostTogether)) {
    try {
      const judged = await judge(makeCtx(house, { actor: theHouse }), asking);
      asking.forEach(({ answer }, index) => answer(judged[index]!));
    } catch (error) {
      asking.forEach(({ fail }) => fail(error));
    }
  }
  room.busy = false;
}

export function goOut(house: House, discussion: string, connection: LiveConnection): void {
  if (roomOf(house).followers.has(keyOf(connection, discussion))) connection.unfollow(presenceRoom(discussion));
}

function forget(house: House, follower: Follower): void {
  const { followers, whoIsHere } = roomOf(house);
  // A page that said it again is there in a new way; the old one goes.
  if (followers.get(follower.key) !== follower) return;
  followers.delete(follower.key);
  whoIsHere.leave(follower.discussion, follower.key);
}

/** Who is there under this connection, if they show that they write. */
export function writerAt(house: House, discussion: string, connection: LiveConnection): Follower | undefined {
  const found = roomOf(house).followers.get(keyOf(connection, discussion));
  return found?.typing ? found : undefined;
}

export function countHere(house: House, discussion: string): number {
  return roomOf(house).whoIsHere.view(discussion).count;
}

/** After somebody chose not to be seen, or seen writing, any more: on this process at once, elsewhere when they look again. */
export async function judgePerson(house: House, personId: string): Promise<void> {
  await judgeAgain(house, (follower) => follower.actor.personId === personId);
}

async function judgeEveryone(house: House): Promise<void> {
  const room = roomOf(house);
  if (performance.now() - room.judgedAt < judgeEvery) return;
  room.judgedAt = performance.now();
  await judgeAgain(house, () => true);
}

/** Whose right ended, or who does not show themselves any more, is put out, and told that nobody is there. */
async function judgeAgain(house: House, concerns: (follower: Follower) => boolean): Promise<void> {
  const followers = [...roomOf(house).followers.values()].filter(concerns);
  if (followers.length === 0) return;
  const judged = await judge(makeCtx(house, { actor: theHouse }), followers.map(({ actor, discussion }) => ({ actor, id: discussion })));
  followers.forEach((follower, index) => {
    const now = judged[index];
    if (now && !(now instanceof AppError) && now.shown) return void Object.assign(follower, { typing: now.shown.typing, group: now.group });
    follower.connection.unfollow(presenceRoom(follower.discussion));
    follower.connection.send("presence", { discussion: follower.discussion, count: 0, people: [] });
  });
}

/** How several are seen, in a handful of statements; who may not read gets the error in their place. */
async function judge(ctx: Ctx, wanted: { actor: Actor; id: string }[]): Promise<Judged[]> {
  const persons = wanted.flatMap(({ actor }) => actor.personId ?? []);
  const [accessed, sensitive, seen] = await Promise.all([
    accessDiscussions(ctx, wanted),
    ctx.db.select({ key: theme.key }).from(theme).where(eq(theme.sensitive, true)),
    persons.length === 0 ? [] : ctx.db.select({ id: person.id, typing: person.showsTyping }).from(person).where(and(inArray(person.id, persons), eq(person.showsPresence, true))),
  ]);
  const themes = new Set(sensitive.map(({ key }) => key));
  const choices = new Map(seen.map(({ id, typing }) => [id, typing]));
  return wanted.map(({ actor }, index) => {
    const found = accessed[index]!;
    if (found instanceof AppError) return found;
    const { group, space, membership, relation } = found;
    const typing = choices.get(actor.personId ?? "");
    const open = showsPresence(relation.group, group.showsPresence, themes.has(space.themeKey)) && mayBePresent(actor, relation.group) === true;
    const shown = open && typing !== undefined && membership && membership.leftAt === null ? { who: membership.id, name: membership.shownName, typing } : null;
    return { shown, group: group.id };
  });
}

hearFromOthers("presence", (house, from, said) => {
  const { discussion, view } = said as { discussion: string; view: PresenceView };
  roomOf(house).whoIsHere.hear(from, discussion, view);
});

defineAccessWatch(async (house, stream) => {
  await judgeAgain(house, ({ group, actor }) => stream === `group:${group}` || stream === `person:${actor.actorId}`);
});
