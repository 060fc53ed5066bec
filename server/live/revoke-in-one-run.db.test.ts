import { eq } from "drizzle-orm";
import { io } from "socket.io-client";
import { afterEach, expect, test } from "vitest";
import { spaceMembership } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { postMessage } from "~/features/discussions/index.server";
import { newMessage } from "~/features/discussions/test/scene";
import { groupStream, removeFromGroup } from "~/features/groups/index.server";
import { ctxFor, testHouse } from "~/platform/test/test-house";
import { openWorld, type LiveWorld } from "./test/world";

const home = useDatabase();
let world: LiveWorld | null = null;
afterEach(() => world?.close());

test("what was written after somebody was put out does not reach them, also when both are told in one go", async () => {
  world = await openWorld(home.database);
  const { noor, jef, fatima, group, discussion } = world.scene;
  const open = async (personId: string) => {
    const socket = io(world!.url, { path: "/live", transports: ["websocket"], forceNew: true, extraHeaders: { cookie: `leerhoek_session=${await world!.signIn(personId)}`, origin: world!.url } });
    const told: string[] = [];
    socket.on("fact", (fact: object) => told.push(JSON.stringify(fact)));
    const denied = new Promise<object>((resolve) => socket.once("stream:denied", resolve));
    expect(await socket.timeout(20_000).emitWithAck("stream:join", { stream: groupStream(group.id), since: 0 })).toMatchObject({ ok: true });
    return { socket, told, denied };
  };
  const [out, stays] = [await open(jef.id), await open(noor.id)];
  // Another process does both; this one hears of them together, when it compares the heads.
  const elsewhere = testHouse(home.database, { now: world.scene.house.now() });
  const [membership] = await home.database.db.select({ id: spaceMembership.id }).from(spaceMembership).where(eq(spaceMembership.personId, jef.id));
  await removeFromGroup(await ctxFor(elsewhere, fatima.id), { groupId: group.id, membershipId: membership!.id, reason: "Even niet." });
  await postMessage(await ctxFor(elsewhere, noor.id), newMessage(discussion, "Niet voor Jef"));
  expect(await out.denied).toMatchObject({ stream: groupStream(group.id) });
  await expect.poll(() => stays.told.join()).toContain("Niet voor Jef");
  await out.socket.timeout(20_000).emitWithAck("stream:leave", { stream: groupStream(group.id) });
  expect(out.told.join()).not.toContain("Niet voor Jef");
  for (const { socket } of [out, stays]) socket.disconnect();
});
