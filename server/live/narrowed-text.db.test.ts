import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { io } from "socket.io-client";
import { afterEach, expect, test } from "vitest";
import { makeDocument } from "#db/factories/make-document";
import { spaceMembership } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { documentStream, narrowDocument, postComment } from "~/features/documents/index.server";
import { schemaVersion } from "~/features/documents/content-rules";
import { closeLanes } from "~/features/documents/worker/lanes.server";
import { groupStream, removeFromGroup } from "~/features/groups/index.server";
import { ctxFor } from "~/platform/test/test-house";
import { openWorld, type LiveWorld } from "./test/world";

const home = useDatabase();
let world: LiveWorld | null = null;
afterEach(async () => {
  await world?.close();
  if (world) await closeLanes(world.scene.house);
});

async function openLine(personId: string) {
  const socket = io(world!.url, { path: "/live", transports: ["websocket"], forceNew: true, extraHeaders: { cookie: `leerhoek_session=${await world!.signIn(personId)}`, origin: world!.url } });
  const told: string[] = [];
  socket.onAny((name: string, payload: object) => told.push(`${name} ${JSON.stringify(payload)}`));
  return { socket, told, ask: (name: string, payload: object) => socket.timeout(20_000).emitWithAck(name, payload) as Promise<{ ok: boolean; code?: string }> };
}

test("whoever is not among the few is put out of an open text at once, and hears nothing of it any more", async () => {
  world = await openWorld(home.database);
  const { noor, jef, fatima, group } = world.scene;
  const { house } = world.scene;
  const text = await makeDocument(home.database.db, { groupId: group.id, spaceId: group.spaceId, authorActor: noor.actorId });
  const [writes, out] = [await openLine(noor.id), await openLine(jef.id)];
  for (const one of [writes, out]) {
    expect(await one.ask("stream:join", { stream: groupStream(group.id), since: 0 })).toMatchObject({ ok: true });
    expect(await one.ask("document:join", { id: text.id, stateVector: new Uint8Array(), schemaVersion })).toMatchObject({ ok: true, role: "write" });
  }
  await narrowDocument(await ctxFor(house, noor.id), { document: text.id, readBy: "few", few: [], rev: text.rev });
  await expect.poll(() => out.told.join("\n")).toContain('"code":"for_few"');
  expect(await out.ask("stream:join", { stream: documentStream(text.id), since: 0 })).toMatchObject({ ok: false, code: "for_few" });
  expect(await writes.ask("stream:join", { stream: documentStream(text.id), since: 0 })).toMatchObject({ ok: true });
  await postComment(await ctxFor(house, noor.id), { id: randomUUID(), document: text.id, text: "Enkel voor ons" });
  await expect.poll(() => writes.told.join("\n")).toContain("Enkel voor ons");
  expect(await out.ask("document:awareness", { id: text.id, update: new Uint8Array([0]) })).toBeDefined();
  expect(out.told.join("\n")).not.toContain("Enkel voor ons");

  // Who follows the text alone hears of nothing that happens there after they left its group, where that is told.
  const alone = await openLine(fatima.id);
  expect(await alone.ask("stream:join", { stream: documentStream(text.id), since: 0 })).toMatchObject({ ok: true });
  const [membership] = await home.database.db.select({ id: spaceMembership.id }).from(spaceMembership).where(eq(spaceMembership.personId, noor.id));
  const watcher = await openLine(noor.id);
  expect(await watcher.ask("stream:join", { stream: documentStream(text.id), since: 0 })).toMatchObject({ ok: true });
  await removeFromGroup(await ctxFor(house, fatima.id), { groupId: group.id, membershipId: membership!.id, reason: "Even niet." });
  await postComment(await ctxFor(house, fatima.id), { id: randomUUID(), document: text.id, text: "Niet voor Noor" });
  await expect.poll(() => alone.told.join("\n")).toContain("Niet voor Noor");
  await expect.poll(() => watcher.told.join("\n")).toContain("stream:denied");
  expect(watcher.told.join("\n")).not.toContain("Niet voor Noor");
  for (const { socket } of [writes, out, alone, watcher]) socket.disconnect();
});
