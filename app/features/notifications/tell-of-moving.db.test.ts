import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeDocument } from "#db/factories/make-document";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { document, documentWriter, notice } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { closeLanes, moveDocument } from "~/features/documents/index.server";
import { makeWorld } from "~/features/documents/test/writing-world";
import { handleFacts } from "~/platform/fact-handlers.server";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import { listNotices } from "./index.server";
import { noticeWords, sentence } from "./words";

const home = useDatabase();
let house: TestHouse;
beforeAll(() => {
  house = testHouse(home.database);
});
afterAll(() => closeLanes(house));

test("who wrote along in texts that were moved hears it once, without their words, where they may read them; not who moved them", async () => {
  const world = await makeWorld(house);
  const { db } = home.database;
  const cellar = await makeGroup(db, { visibility: "members", joining: "request", spaceId: world.spaceId, name: "De kelder" });
  await makeGroupMembership(db, { group: cellar, personId: world.writer.id, shownName: "Noor" });
  const child = await makeDocument(db, { groupId: world.groupId, spaceId: world.spaceId, authorActor: world.writer.actorId, title: "Geheim", parentId: world.document.id });
  await db.delete(documentWriter);
  const wrote = (documentId: string, ...people: { actorId: string }[]) => db.insert(documentWriter).values(people.map(({ actorId }) => ({ documentId, actorId })));
  await wrote(world.document.id, world.writer, world.facilitator, world.other);
  await wrote(child.id, world.writer, world.facilitator);
  await moveDocument(await ctxFor(house, world.facilitator.id), { document: world.document.id, to: cellar.id, beneath: "along" });
  expect((await db.select().from(document).where(eq(document.groupId, cellar.id))).length).toBe(2);
  while ((await handleFacts(house)) > 0);
  const linesOf = async (who: "writer" | "other" | "facilitator") => (await listNotices(await ctxFor(house, world[who].id), 1)).notices.map((one) => sentence(noticeWords.for("nl"), one.kind, one.data));
  expect(await linesOf("writer")).toEqual(["Een begeleider verplaatste een tekst waaraan je meeschreef naar een andere groep."]);
  expect([await linesOf("other"), await linesOf("facilitator")]).toEqual([[], []]);
  const rows = await db.select().from(notice);
  expect(rows.map(({ href, data }) => [href, data])).toEqual([[`/teksten/${world.document.id}`, {}]]);
});
