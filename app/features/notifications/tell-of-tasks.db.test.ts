import { eq } from "drizzle-orm";
import * as Y from "yjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSpaceMembership } from "#db/factories/make-space";
import { notice, spaceMembership } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { closeLanes, foldDocuments, pushUpdate } from "~/features/documents/index.server";
import { Editor, makeWorld, pushOf } from "~/features/documents/test/writing-world";
import { handleFacts } from "~/platform/fact-handlers.server";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import { chooseLevel, listNotices, openNotice } from "./index.server";
import { noticeWords, sentence } from "./words";

const home = useDatabase();
let house: TestHouse;
beforeAll(() => {
  house = testHouse(home.database);
});
afterAll(() => closeLanes(house));

test("a task is one calm line per text, without its words, for who may read the text and wants to hear of it", async () => {
  const world = await makeWorld(house);
  const { db } = home.database;
  await makeSpaceMembership(db, { spaceId: world.spaceId, personId: world.stranger.id, shownName: "Buur" });
  const memberships = await db.select().from(spaceMembership).where(eq(spaceMembership.spaceId, world.spaceId));
  const idOf = (who: "other" | "reader" | "stranger") => memberships.find(({ personId }) => personId === world[who].id)!.id;
  const as = (who: "writer" | "other" | "reader" | "stranger") => ctxFor(house, world[who].id);
  const give = async (words: string, ...people: string[]) => {
    const ctx = await as("writer");
    const update = (await Editor.open(ctx, world.document.id)).make((body) => {
      for (const person of people) {
        const [list, item, paragraph] = [new Y.XmlElement("taskList"), new Y.XmlElement("taskItem"), new Y.XmlElement("paragraph")];
        paragraph.insert(0, [new Y.XmlText(words)]);
        item.insert(0, [paragraph]);
        item.setAttribute("person", person);
        list.insert(0, [item]);
        body.push([list]);
      }
    });
    await pushUpdate(ctx, { ...pushOf(world.document, update), schemaVersion: 2 });
    house.setNow(new Date(house.now().getTime() + 2 * 60_000));
    await foldDocuments(house);
    while ((await handleFacts(house)) > 0);
  };
  const linesOf = async (who: "other" | "reader" | "stranger") => (await listNotices(await as(who), 1)).notices.map((one) => sentence(noticeWords.for("nl"), one.kind, one.data));

  await chooseLevel(await as("reader"), { kind: "group", id: world.groupId, level: "none" });
  await give("Geheime tuin", idOf("other"), idOf("other"), idOf("reader"), idOf("stranger"));
  expect(await linesOf("other")).toEqual(["Er is een taak voor jou in een tekst van je groep."]);
  expect([await linesOf("reader"), await linesOf("stranger")]).toEqual([[], []]);
  await give("Nog een", idOf("other"));
  expect(await linesOf("other")).toHaveLength(1);

  const [line, ...more] = await db.select().from(notice);
  expect(more).toEqual([]);
  expect(JSON.stringify(line)).not.toMatch(/Geheime|bus/);
  expect(await openNotice(await as("other"), { id: line!.id })).toEqual({ href: `/ik/taken#tekst-${world.document.id}` });
  await give("En een derde", idOf("other"));
  expect(await linesOf("other")).toHaveLength(2);
});
