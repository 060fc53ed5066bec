import { and, eq } from "drizzle-orm";
import { io, type Socket } from "socket.io-client";
import { afterEach, expect, test } from "vitest";
import { group, person, space, spaceMembership, theme } from "#db/schema/index";
import { makeDiscussion } from "#db/factories/make-discussion";
import { useDatabase } from "#db/test/use-database";
import { choosePresence } from "~/features/accounts/index.server";
import { judgePerson } from "~/features/discussions/index.server";
import { changeGroup, removeFromGroup } from "~/features/groups/index.server";
import { everything } from "./test/everything";
import { openWorld, type LiveWorld } from "./test/world";

const home = useDatabase();
let world: LiveWorld;
const sockets: Socket[] = [];
afterEach(async () => {
  sockets.splice(0).forEach((socket) => socket.disconnect());
  await world.close();
});

type Seen = { count: number; people: { id: string; name: string }[] };
type Answer = { ok: boolean; code?: string; shown?: boolean; typing?: boolean } & Partial<Seen>;

/** A page of somebody, with what it was told by itself. */
async function openPage(personId: string) {
  const socket = io(world.url, { path: "/live", transports: ["websocket"], forceNew: true, extraHeaders: { cookie: `leerhoek_session=${await world.signIn(personId)}`, origin: world.url } });
  sockets.push(socket);
  const page = { told: [] as Seen[], typed: [] as { name: string }[], socket, ask: (event: string, payload: object) => socket.timeout(20_000).emitWithAck(event, payload) as Promise<Answer>, come: () => page.ask("presence", { discussion: world.scene.discussion.id, here: true }) };
  socket.on("presence", (seen: Seen) => page.told.push(seen));
  socket.on("typing", (news: { name: string }) => page.typed.push(news));
  await page.ask("stream:leave", { stream: "group:x" });
  return page;
}
const names = (seen: Partial<Seen>) => seen.people?.map(({ name }) => name).sort();

async function open(showsPresence: boolean | null) {
  world = await openWorld(home.database);
  const { scene } = world;
  await home.database.db.update(group).set({ showsPresence }).where(eq(group.id, scene.group.id));
  return scene;
}

test("members see one another while they are there, readers do not, and nothing of it is written anywhere", async () => {
  const { noor, jef, stranger, discussion } = await open(true);
  const [hers, his, foreign] = [await openPage(noor.id), await openPage(jef.id), await openPage(stranger.id)];
  const before = await everything(home.database);
  expect(await hers.come()).toMatchObject({ ok: true, shown: true, typing: false, count: 1 });
  expect(names(await his.come())).toEqual(["Jef", "Noor"]);
  await expect.poll(() => names(hers.told.at(-1) ?? {})).toEqual(["Jef", "Noor"]);
  expect(await foreign.come()).toMatchObject({ ok: false, code: "join_group" });
  expect(await foreign.ask("typing", { discussion: discussion.id })).toMatchObject({ ok: false, code: "join_group" });
  const absent = { discussion: "00000000-0000-4000-8000-000000000009" };
  expect([(await foreign.ask("presence", { ...absent, here: true })).code, (await foreign.ask("typing", absent)).code]).toEqual(["not_found", "not_found"]);
  his.socket.disconnect();
  await expect.poll(() => names(hers.told.at(-1) ?? {}), { timeout: 15_000 }).toEqual(["Noor"]);
  expect(foreign.told).toEqual([]);
  expect(await everything(home.database)).toBe(before);
});

test("in a closed group and about a sensitive theme nobody is shown unless those who run it chose so", async () => {
  const { noor, group: made, space: place } = await open(null);
  const { db } = home.database;
  const page = await openPage(noor.id);
  expect(await page.come()).toMatchObject({ ok: true, shown: false, count: 0, people: [] });
  await db.update(group).set({ visibility: "public" }).where(eq(group.id, made.id));
  expect(await page.come()).toMatchObject({ shown: true });
  const [its] = await db.select({ key: space.themeKey }).from(space).where(eq(space.id, place.id));
  await db.update(theme).set({ sensitive: true }).where(eq(theme.key, its!.key));
  try {
    expect(await page.come()).toMatchObject({ shown: false });
    await db.update(group).set({ showsPresence: true }).where(eq(group.id, made.id));
    expect(await page.come()).toMatchObject({ shown: true });
  } finally {
    await db.update(theme).set({ sensitive: false }).where(eq(theme.key, its!.key));
  }
});

test("who chose not to be seen is gone at once and sees nobody; that somebody writes shows only when they chose that", async () => {
  const { as, noor, jef, discussion, house } = await open(true);
  const [hers, his] = [await openPage(noor.id), await openPage(jef.id)];
  await hers.come();
  await his.come();
  const typing = { discussion: discussion.id };
  expect(await his.ask("typing", typing)).toMatchObject({ ok: false, code: "forbidden" });
  await choosePresence(await as(jef), { presence: "yes", typing: "yes" });
  await judgePerson(house, jef.id);
  for (let sign = 0; sign < 3; sign += 1) expect(await his.ask("typing", typing)).toEqual({ ok: true });
  await hers.ask("stream:leave", { stream: "group:x" });
  // However often they say it, others hear it once in a while at most.
  expect(hers.typed.length).toBeLessThan(2);
  await expect.poll(async () => [(await his.ask("typing", typing)).ok, hers.typed[0]?.name], { timeout: 15_000, interval: 300 }).toEqual([true, "Jef"]);
  expect(his.typed).toEqual([]);
  await choosePresence(await as(jef), {});
  await judgePerson(house, jef.id);
  expect(await his.ask("typing", typing)).toMatchObject({ ok: false, code: "forbidden" });
  expect(his.told.at(-1)).toMatchObject({ count: 0, people: [] });
  expect(await his.come()).toMatchObject({ shown: false, count: 0 });
  await expect.poll(() => names(hers.told.at(-1) ?? {}), { timeout: 15_000 }).toEqual(["Noor"]);
  expect(await home.database.db.select({ typing: person.showsTyping }).from(person).where(eq(person.id, jef.id))).toEqual([{ typing: false }]);
});

test("one connection is in a handful of conversations at most, and coming again is no other place", async () => {
  const { noor, group: made } = await open(true);
  const page = await openPage(noor.id);
  const answers: (string | undefined)[] = [];
  for (let talk = 0; talk < 6; talk += 1) {
    const { id: discussion } = await makeDiscussion(home.database.db, { group: made, authorActor: noor.actorId });
    for (let time = 0; time < 2; time += 1) answers.push((await page.ask("presence", { discussion, here: true })).code);
  }
  expect(answers).toEqual([...Array.from({ length: 10 }, () => undefined), "too_many", "too_many"]);
});

test("who is taken out of the group, and everybody once it is turned off, sees nobody any more", async () => {
  const { as, noor, jef, fatima, group: made, space: place } = await open(true);
  const [hers, his] = [await openPage(noor.id), await openPage(jef.id)];
  for (const page of [hers, his]) {
    await page.ask("stream:join", { stream: `group:${made.id}`, since: 0 });
    await page.come();
  }
  const [his_] = await home.database.db.select({ id: spaceMembership.id }).from(spaceMembership).where(and(eq(spaceMembership.spaceId, place.id), eq(spaceMembership.personId, jef.id)));
  await removeFromGroup(await as(fatima), { groupId: made.id, membershipId: his_!.id, reason: "Afgesproken." });
  await expect.poll(() => his.told.at(-1)).toMatchObject({ count: 0, people: [] });
  expect((await his.come()).ok).toBe(false);
  await expect.poll(() => names(hers.told.at(-1) ?? {}), { timeout: 15_000 }).toEqual(["Noor"]);
  const [row] = await home.database.db.select().from(group).where(eq(group.id, made.id));
  await changeGroup(await as(fatima), { groupId: made.id, rev: row!.rev, name: row!.name, visibility: "members", joining: row!.joining, presence: "off" });
  await expect.poll(() => hers.told.at(-1)).toMatchObject({ count: 0, people: [] });
  expect(await hers.come()).toMatchObject({ shown: false });
});
