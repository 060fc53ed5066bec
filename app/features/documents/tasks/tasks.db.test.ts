import { and, eq } from "drizzle-orm";
import * as Y from "yjs";
import { beforeEach, expect, it } from "vitest";
import { makeSpace, makeSpaceMembership } from "#db/factories/make-space";
import { document, documentTask, fact, groupMembership, person as personTable, spaceMembership } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { collectDownload, eraseAccount, hashPassword } from "~/features/accounts/index.server";
import { goodPassword } from "~/features/accounts/test/act-as";
import { makeCtx, theHouse } from "~/platform/ctx.server";
import { streamId } from "~/platform/streams";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { foldDocuments, listMyTasks, pushUpdate, readDocument } from "../index.server";
import { askState } from "../writing/join-document.server";
import { storeFold } from "../folding/store-fold.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";

const home = useDatabase({ keep: true });
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
let ids: Record<"writer" | "other" | "reader", string>;
type Who = "writer" | "other" | "reader" | "facilitator" | "stranger";
const as = (who: Who) => ctxFor(house, world[who].id);
const asHouse = () => makeCtx(house, { actor: theHouse });
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));

beforeEach(async () => {
  house.database = home.database;
  world = await makeWorld(house);
  const rows = await house.database.db.select().from(spaceMembership).where(eq(spaceMembership.spaceId, world.spaceId));
  const of = (who: Who) => rows.find(({ personId }) => personId === world[who].id)!.id;
  ids = { writer: of("writer"), other: of("other"), reader: of("reader") };
});

function taskItem(words: string, person: string | null, ...under: Y.XmlElement[]): Y.XmlElement {
  const item = new Y.XmlElement("taskItem");
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  item.insert(0, [paragraph, ...under]);
  item.setAttribute("checked", false as unknown as string);
  if (person) item.setAttribute("person", person);
  return item;
}
const listOf = (...items: Y.XmlElement[]) => {
  const list = new Y.XmlElement("taskList");
  list.insert(0, items);
  return list;
};
const tasksIn = (body: Y.XmlFragment) => body.get(1) as Y.XmlElement;
const firstTask = (body: Y.XmlFragment) => tasksIn(body).get(0) as Y.XmlElement;

async function write(who: Who, change: (body: Y.XmlFragment) => void): Promise<void> {
  const ctx = await as(who);
  await pushUpdate(ctx, { ...pushOf(world.document, (await Editor.open(ctx, world.document.id)).make(change)), schemaVersion: 2 });
}
async function fold(): Promise<void> {
  house.setNow(new Date(house.now().getTime() + 2 * 60_000));
  await foldDocuments(house);
}
const give = (words: string, to: string) => write("writer", (body) => body.insert(1, [listOf(taskItem(words, to))]));
const stored = async () => (await house.database.db.select().from(documentTask).where(eq(documentTask.documentId, world.document.id)).orderBy(documentTask.position)).map(({ membershipId, text, checked, position }) => ({ membershipId, text, checked, position }));
const toldTo = async (who: Who) => (await house.database.db.select().from(fact).where(and(eq(fact.type, "document.task-for-you"), eq(fact.stream, streamId("person", world[who].actorId))))).length;
const mine = async (who: Who) => {
  const { open, done } = await listMyTasks(await as(who));
  return { open: open.flatMap(({ tasks }) => tasks.map(({ text }) => text)), done: done.flatMap(({ tasks }) => tasks.map(({ text }) => text)) };
};

it("brings a task to the list of whom it is for, with the way to it, and tells that person once", async () => {
  await give("De zaal vragen", ids.other);
  await fold();
  const { id, title } = world.document;
  expect(await listMyTasks(await as("other"))).toMatchObject({ open: [{ id, title, href: `/teksten/${id}`, tasks: [{ text: "De zaal vragen", href: `/teksten/${id}#taak-1` }] }], done: [] });
  expect([await toldTo("other"), await toldTo("writer")]).toEqual([1, 0]);
  // Words around it and in it are no news.
  await write("writer", (body) => {
    ((firstTask(body).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(14, " aan Lies");
    tasksIn(body).insert(0, [taskItem("Koffie zetten", null)]);
  });
  await fold();
  expect(await stored()).toEqual([{ membershipId: ids.other, text: "De zaal vragen aan Lies", checked: false, position: 2 }]);
  expect(await toldTo("other")).toBe(1);
});

it("follows the text: ticked at once, taken back, given again without telling twice, given to another", async () => {
  await give("Posters ophangen", ids.other);
  await fold();
  await write("other", (body) => firstTask(body).setAttribute("checked", true as unknown as string));
  expect(await mine("other"), "before it is folded").toEqual({ open: [], done: ["Posters ophangen"] });
  await fold();
  expect(await mine("other")).toEqual({ open: [], done: ["Posters ophangen"] });

  await write("writer", (body) => {
    firstTask(body).setAttribute("checked", false as unknown as string);
    firstTask(body).removeAttribute("person");
  });
  await fold();
  expect([await stored(), await mine("other")]).toEqual([[], { open: [], done: [] }]);
  await write("writer", (body) => firstTask(body).setAttribute("person", ids.other));
  await fold();
  expect([await mine("other"), await toldTo("other")]).toEqual([{ open: ["Posters ophangen"], done: [] }, 1]);

  await write("writer", (body) => firstTask(body).setAttribute("person", ids.reader));
  await fold();
  expect([await mine("other"), await mine("reader"), await toldTo("reader")]).toEqual([{ open: [], done: [] }, { open: ["Posters ophangen"], done: [] }, 1]);
  await write("writer", (body) => body.delete(1, 1));
  await fold();
  expect(await stored()).toEqual([]);
});

it("tells nobody of what they gave themselves, or of a task that only moved", async () => {
  await give("Zelf bellen", ids.writer);
  await fold();
  expect([await mine("writer"), await toldTo("writer")]).toEqual([{ open: ["Zelf bellen"], done: [] }, 0]);
  await give("Drank halen", ids.other);
  await fold();
  await write("writer", (body) => {
    body.delete(1, 1);
    body.insert(1, [listOf(taskItem("Alles", null, listOf(taskItem("Drank halen", ids.other))))]);
  });
  await fold();
  expect(await stored()).toMatchObject([{ text: "Drank halen", position: 2 }, { text: "Zelf bellen", position: 3 }]);
  expect(await toldTo("other")).toBe(1);
});

it("keeps the newest of two folds, whatever comes last, and stores one that comes twice once", async () => {
  await give("Oud", ids.other);
  const old = await askState(asHouse(), world.document.id, "project", { document: world.document.id });
  await write("writer", (body) => {
    body.delete(1, 1);
    body.insert(1, [listOf(taskItem("Nieuw", ids.reader))]);
  });
  const newer = await askState(asHouse(), world.document.id, "project", { document: world.document.id });
  const store = ({ answer: { nodes: _nodes, ...answer }, seq }: typeof old) => storeFold(asHouse(), { id: world.document.id, seq, ...answer, revision: false });
  const answers = await Promise.all([store(newer), store(newer), store(old)]);
  expect(answers.slice(0, 2).filter(Boolean)).toHaveLength(1);
  expect(await store(old)).toBe(false);
  expect(await stored()).toEqual([{ membershipId: ids.reader, text: "Nieuw", checked: false, position: 1 }]);
  expect(await toldTo("reader")).toBe(1);
  expect(await codeOf(storeFold(await as("facilitator"), { id: world.document.id, seq: 9, ...newer.answer, nodes: undefined, revision: false } as never))).not.toBe("ok");
});

it("takes the one that the text keeps when two people give a task to two others at the same time", async () => {
  await give("Fietsen tellen", ids.writer);
  const [one, two] = [await Editor.open(await as("writer"), world.document.id), await Editor.open(await as("other"), world.document.id)];
  const updates = [one.make((body) => firstTask(body).setAttribute("person", ids.other)), two.make((body) => firstTask(body).setAttribute("person", ids.reader))];
  await Promise.all([pushUpdate(await as("writer"), { ...pushOf(world.document, updates[0]!), schemaVersion: 2 }), pushUpdate(await as("other"), { ...pushOf(world.document, updates[1]!), schemaVersion: 2 })]);
  await fold();
  const [task, ...others] = await stored();
  expect(others).toEqual([]);
  const content = JSON.stringify((await readDocument(await as("writer"), world.document.id)).content);
  expect(content).toContain(task!.membershipId);
  expect([await toldTo("other"), await toldTo("reader")].sort()).toEqual([0, 1]);
});

it("shows nothing of a text that somebody may not read any more, and stores nobody of another leerplek", async () => {
  const elsewhere = await makeSpace(house.database.db);
  await makeSpaceMembership(house.database.db, { spaceId: elsewhere.id, personId: world.stranger.id, shownName: "Elders" });
  const [foreign] = await house.database.db.select().from(spaceMembership).where(eq(spaceMembership.personId, world.stranger.id));
  await give("Voor Jef", ids.other);
  await write("writer", (body) => tasksIn(body).insert(1, [taskItem("Voor elders", foreign!.id), taskItem("Voor niemand die er is", crypto.randomUUID())]));
  await fold();
  expect((await stored()).map(({ text }) => text)).toEqual(["Voor Jef"]);
  expect(await mine("stranger")).toEqual({ open: [], done: [] });
  expect(await codeOf(listMyTasks(await ctxFor(house, null)))).toBe("sign_in");

  const { db } = house.database;
  await db.update(document).set({ moderation: "hidden" }).where(eq(document.id, world.document.id));
  expect(await mine("other")).toEqual({ open: [], done: [] });
  await db.update(document).set({ moderation: "visible" }).where(eq(document.id, world.document.id));
  expect((await mine("other")).open).toEqual(["Voor Jef"]);
  await db.update(groupMembership).set({ endedAt: house.now() }).where(and(eq(groupMembership.groupId, world.groupId), eq(groupMembership.personId, world.other.id)));
  expect(await mine("other")).toEqual({ open: [], done: [] });
});

it("gives a task along in the download, and forgets for whom it was with the account", async () => {
  await give("Tenten dragen", ids.other);
  await fold();
  const { db } = house.database;
  await db.update(personTable).set({ passwordHash: await hashPassword(goodPassword) }).where(eq(personTable.id, world.other.id));
  const part = (await collectDownload(await as("other"))).find(({ key }) => key === "tasksInTexts");
  expect(part?.rows).toEqual([{ title: world.document.title, task: "Tenten dragen", done: false }]);
  await eraseAccount(await as("other"), { currentPassword: goodPassword, words: "keep" });
  expect(await stored()).toEqual([]);
  await write("writer", (body) => tasksIn(body).insert(1, [taskItem("Nog iets", ids.reader)]));
  await fold();
  expect((await stored()).map(({ text }) => text)).toEqual(["Nog iets"]);
  expect(Object.keys((await readDocument(await as("writer"), world.document.id)).people)).toEqual([ids.reader]);
});

it("offers the people of the group to who writes, and to nobody who only reads", async () => {
  const page = await readDocument(await as("writer"), world.document.id, { live: true });
  expect(page.peopleToAsk).toEqual([{ id: ids.other, name: "Jef" }, { id: ids.reader, name: "Lies" }, { id: ids.writer, name: "Noor" }]);
  expect((await readDocument(await as("reader"), world.document.id, { live: true })).peopleToAsk).toEqual([]);
  expect((await readDocument(await as("writer"), world.document.id)).peopleToAsk).toEqual([]);
});
