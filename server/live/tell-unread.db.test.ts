import { io, type Socket } from "socket.io-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { MadePerson } from "#db/factories/make-person";
import { useDatabase } from "#db/test/use-database";
import { markRead, postMessage } from "~/features/discussions/index.server";
import { newMessage } from "~/features/discussions/test/scene";
import { listNotices, openNotice, readAllNotices } from "~/features/notifications/index.server";
import type { UnreadNews } from "~/features/notifications/live-count";
import { handleFacts } from "~/platform/fact-handlers.server";
import { streamId } from "~/platform/streams";
import { openWorld, type LiveWorld } from "./test/world";

const home = useDatabase();
let world: LiveWorld;
let sockets: Socket[];
beforeEach(async () => {
  world = await openWorld(home.database);
  sockets = [];
});
afterEach(async () => {
  for (const socket of sockets) socket.disconnect();
  await world.close();
});

/** A page with a live connection, and the numbers that it was told. */
async function open(person: MadePerson): Promise<{ told: number[]; socket: Socket }> {
  const socket = io(world.url, { path: "/live", transports: ["websocket"], forceNew: true, extraHeaders: { cookie: `leerhoek_session=${await world.signIn(person.id)}`, origin: world.url } });
  sockets.push(socket);
  const told: number[] = [];
  socket.on("notices:count", (news: UnreadNews) => void told.push(news.count));
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("connect_error", reject));
  return { told, socket };
}

/** Noor writes, Jef answers her, and the round of notices is made. */
async function answerNoor(): Promise<void> {
  const { scene } = world;
  const { row } = await postMessage(await scene.as(scene.noor), newMessage(scene.discussion));
  await postMessage(await scene.as(scene.jef), { ...newMessage(scene.discussion), replyTo: row.id });
  await handleFacts(scene.house);
}

test("each page of a person hears the number when a notice comes and when it is opened elsewhere; nobody else does", async () => {
  const { scene } = world;
  const [here, there, other] = [await open(scene.noor), await open(scene.noor), await open(scene.fatima)];
  await answerNoor();
  await expect.poll(() => [here.told, there.told]).toEqual([[1], [1]]);
  const ctx = await scene.as(scene.noor);
  const [line] = (await listNotices(ctx, 1)).notices;
  await openNotice(ctx, { id: line!.id });
  await expect.poll(() => [here.told, there.told]).toEqual([[1, 0], [1, 0]]);
  await readAllNotices(ctx, { until: scene.house.now().toISOString() });
  await expect.poll(() => here.told).toEqual([1, 0, 0]);
  expect(other.told).toEqual([]);
});

test("a page that hears what its reader has read asks for the number, and gets its words in every language", async () => {
  const { scene } = world;
  const { socket } = await open(scene.noor);
  await answerNoor();
  const ask = async () => (await socket.timeout(10_000).emitWithAck("notices:count", {})) as { ok: true } & UnreadNews;
  expect(await ask()).toMatchObject({ ok: true, count: 1, labels: { nl: expect.stringContaining("1"), fr: expect.stringContaining("1"), en: expect.stringContaining("1") } });
  const heard = new Promise((resolve) => socket.once("discussion:seen", resolve));
  await markRead(await scene.as(scene.noor), { discussion: scene.discussion.id, ranges: [[1, 2]] });
  await heard;
  expect((await ask()).count).toBe(0);
  expect(await socket.timeout(10_000).emitWithAck("notices:count", { personId: scene.jef.id })).toMatchObject({ ok: false, code: "invalid_input" });
});

test("what another process tells of counts too", async () => {
  const { scene } = world;
  const { told } = await open(scene.noor);
  scene.house.publisher.hint([{ type: "notifications.notice-arrived", stream: streamId("person", scene.noor.actorId), n: null } as never]);
  await expect.poll(() => told).toEqual([0]);
});
