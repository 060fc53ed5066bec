import { io, type Socket } from "socket.io-client";
import { afterEach, expect, test } from "vitest";
import { makeMessages } from "#db/factories/make-discussion";
import { useDatabase } from "#db/test/use-database";
import { openWorld, type LiveWorld } from "./test/world";

const home = useDatabase();
let world: LiveWorld | null = null;
const sockets: Socket[] = [];
afterEach(async () => {
  sockets.splice(0).forEach((socket) => socket.disconnect());
  await world?.close();
});

/** A tab, with what it was told by itself. */
async function openTab(personId: string) {
  const socket = io(world!.url, { path: "/live", transports: ["websocket"], forceNew: true, extraHeaders: { cookie: `leerhoek_session=${await world!.signIn(personId)}`, origin: world!.url } });
  sockets.push(socket);
  const told: unknown[] = [];
  for (const event of ["message:reacted", "draft:kept", "discussion:seen"]) socket.on(event, (news: object) => told.push([event, news]));
  const ask = (event: string, payload: object) => socket.timeout(20_000).emitWithAck(event, payload) as Promise<{ ok: boolean; code?: string }>;
  // Everything that was sent to it before this answer has come.
  const settled = async () => void (await ask("stream:leave", { stream: "group:x" }));
  await settled();
  return { ask, told, settled };
}

test("what somebody does in one tab, their other tab and device hear of, and nobody else", async () => {
  world = await openWorld(home.database);
  const { noor, jef, discussion } = world.scene;
  const [message] = await makeMessages(home.database.db, { discussion, authorActor: jef.actorId, texts: ["Dag"] });
  const [first, second, other] = [await openTab(noor.id), await openTab(noor.id), await openTab(jef.id)];
  const reaction = { id: message!.id, kind: "thanks", on: true };
  expect(await first.ask("message:react", reaction)).toMatchObject({ ok: true });
  const draft = { place: `discussion:${discussion.id}`, text: "Half" };
  expect(await first.ask("draft:keep", draft)).toEqual({ ok: true });
  for (const tab of [second, other]) await tab.settled();
  expect(second.told).toEqual([["message:reacted", reaction], ["draft:kept", draft]]);
  expect(other.told).toEqual([]);
});

test("what was refused is told to no tab", async () => {
  world = await openWorld(home.database);
  const { noor, discussion } = world.scene;
  const [own] = await makeMessages(home.database.db, { discussion, authorActor: noor.actorId, texts: ["Dag"] });
  const [first, second] = [await openTab(noor.id), await openTab(noor.id)];
  expect(await first.ask("message:react", { id: own!.id, kind: "thanks", on: true })).toMatchObject({ ok: false, code: "not_yourself" });
  expect(await first.ask("draft:keep", { place: "elders", text: "x" })).toMatchObject({ ok: false, code: "invalid_input" });
  await second.settled();
  expect(second.told).toEqual([]);
});
