import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { makeDocument } from "#db/factories/make-document";
import { document, documentUpdate } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { AppError } from "~/platform/codes";
import { makeCtx, theHouse, type House } from "~/platform/ctx.server";
import { headWatches } from "~/platform/live-event.server";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import { randomFrom } from "~/platform/test/random";
import { fromBase64 } from "./base64";
import { bodyField, schemaVersion } from "../content-rules";
import { closeDocumentFeed, documentFeed } from "./document-feed.server";
import { newPush } from "../editor/outbox";
import { DocumentSync } from "../editor/sync-document";
import { followersOf } from "./followers.server";
import { createDocument, foldDocuments, pushUpdate } from "../index.server";
import { askState } from "./join-document.server";
import { closeLanes, lanesOf } from "../worker/lanes.server";
import { openDoc } from "../open-doc";
import { insertUpdates, logPage, readCommitted } from "../queries.server";
import { storeFold } from "../folding/store-fold.server";
import { call, endConnections, FaultyLine, noFaults, rounds, TestConnection } from "../test/live-world";
import { Editor, makeWorld, pushOf, storedText, type World } from "../test/writing-world";
import { WorkerLane } from "../worker/worker-lane.server";

// The server's side of docs/losing-text.md.

const home = useDatabase({ keep: true });
const houses: TestHouse[] = [];
let house: TestHouse;
let world: World;

/** A house as after a restart: the same rows, nothing in memory. */
function begin(): TestHouse {
  const made = testHouse(home.database);
  houses.push(made);
  return made;
}
async function end(some: House): Promise<void> {
  closeDocumentFeed(some);
  await closeLanes(some);
}
beforeAll(() => {
  house = begin();
});
beforeEach(async () => {
  house.database = home.database;
  world = await makeWorld(house);
});
afterEach(() => void vi.restoreAllMocks());
afterAll(async () => {
  endConnections();
  await Promise.all(houses.map(end));
});

const as = (who: "writer" | "other", at: TestHouse = house) => ctxFor(at, world[who].id);
async function connect(who: "writer" | "other", at: TestHouse = house) {
  const heard: { event: string; payload: Record<string, unknown> }[] = [];
  const connection = new TestConnection((await as(who, at)).actor, (event, payload) => heard.push({ event, payload: payload as Record<string, unknown> }));
  return { connection, heard };
}
const join = (connection: TestConnection, given: object = {}, at: TestHouse = house) => call(at, connection, "document:join", { id: world.document.id, stateVector: new Uint8Array(), schemaVersion, ...given });
const shown = (doc: Y.Doc) => doc.getXmlFragment(bodyField).toString();
function opened(answer: object): string {
  const doc = openDoc();
  Y.applyUpdate(doc, (answer as { missing: Uint8Array }).missing);
  return shown(doc);
}
const until = async (came: () => boolean) => {
  while (!came()) await rounds();
};
const paragraph = (words: string) => {
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [new Y.XmlText(words)]);
  return element;
};

it("gives a code to who opens a text that cannot be read, never an empty text, and the text once it can", async () => {
  const { db } = house.database;
  const ctx = await as("writer");
  await pushUpdate(ctx, pushOf(world.document, (await Editor.open(ctx, world.document.id)).type(" Al iets.")));
  const stored = async () => (await db.select({ snapshot: document.snapshot, words: document.plainText, content: document.content, contentSeq: document.contentSeq }).from(document).where(eq(document.id, world.document.id)))[0]!;
  const before = await stored();
  const broken = Buffer.from([1, 255, 255, 255]);
  await db.update(document).set({ snapshot: broken }).where(eq(document.id, world.document.id));
  const { connection } = await connect("writer");
  expect(await join(connection)).toMatchObject({ ok: false, code: "retry" });
  // Nor is it folded into an empty one.
  house.setNow(new Date(house.now().getTime() + 120_000));
  await foldDocuments(house);
  expect(await stored()).toEqual({ ...before, snapshot: broken });
  await db.update(document).set({ snapshot: before.snapshot }).where(eq(document.id, world.document.id));
  const answer = await join(connection);
  expect(answer).toMatchObject({ ok: true, seq: 1 });
  expect(opened(answer)).toBe("<paragraph>Zo begint het. Al iets.</paragraph>");
});

it("has nothing left to save when the last reader leaves: an acknowledgement follows its commit, and what got none stays with who typed", async () => {
  const doc = openDoc();
  const line = new FaultyLine(house, (await as("writer")).actor, randomFrom(1), noFaults);
  const sync = new DocumentSync({ id: world.document.id, doc, line, onState: () => undefined, wait: () => rounds(2) });
  line.connect();
  await sync.start();
  await until(() => sync.current.phase === "live");
  const type = (words: string) => {
    const text = (doc.getXmlFragment(bodyField).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    text.insert(text.length, words);
  };
  const { withTx } = home.database;
  let commit: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (commit = resolve));
  house.database = { ...home.database, withTx: async (run) => (await held, withTx(run)) };
  type(" Bewaard.");
  await rounds(200);
  expect(sync.current.waiting).toBe(1);
  commit();
  await until(() => sync.current.waiting === 0);
  house.database = { ...home.database, withTx: () => Promise.reject(new AppError("unavailable")) };
  type(" Niet bewaard.");
  await rounds(200);
  expect(sync.current.waiting).toBe(1);
  line.cut();
  sync.stop();
  expect(followersOf(house, world.document.id)).toEqual([]);
  await end(house);
  const later = begin();
  expect(await storedText(later, world.document.id)).toBe("<paragraph>Zo begint het. Bewaard.</paragraph>");
  expect(sync.outbox.size).toBe(1);
});

it("puts the first content of a text in once, however often it is made and by however many it is opened first", async () => {
  const input = { id: crypto.randomUUID(), groupId: world.groupId, title: "Samen koken", licence: "CC BY-SA 4.0", template: "empty", text: "Eerst water." };
  await Promise.all([1, 2, 3].map(async () => createDocument(await as("writer"), input)));
  const elsewhere = begin();
  const first = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const at = index % 2 ? house : elsewhere;
      return join((await connect(index % 3 ? "writer" : "other", at)).connection, { id: input.id }, at);
    }),
  );
  expect(new Set(first.map(opened))).toEqual(new Set(["<paragraph>Eerst water.</paragraph>"]));
  const merged = openDoc();
  for (const answer of first) Y.applyUpdate(merged, (answer as unknown as { missing: Uint8Array }).missing);
  expect(shown(merged)).toBe("<paragraph>Eerst water.</paragraph>");
  expect(await storedText(house, input.id)).toBe("<paragraph>Eerst water.</paragraph>");
});

it("takes nothing from a tab of before that is open when newer blocks come, and deletes what it does not know", async () => {
  const old = await connect("writer");
  expect(await join(old.connection, { schemaVersion: 1 })).toMatchObject({ ok: true, role: "write" });
  const before = await Editor.open(await as("writer"), world.document.id);
  const newer = await Editor.open(await as("other"), world.document.id);
  const callout = newer.make((body) => {
    const element = new Y.XmlElement("callout");
    element.setAttribute("kind", "tip");
    element.insert(0, [paragraph("Breng een hamer mee.")]);
    body.insert(1, [element]);
  });
  await pushUpdate(await as("other"), { ...pushOf(world.document, callout), schemaVersion });
  await rounds();
  // Its editor takes out what its schema does not have, as editors do, and says so to everyone.
  Y.applyUpdate(before.doc, fromBase64((old.heard.find(({ event }) => event === "document:update")!.payload.updates as string[])[0]!), "server");
  const deletion = before.make((body) => body.delete(1, 1));
  expect(await call(house, old.connection, "document:push", pushOf(world.document, deletion))).toMatchObject({ ok: false, code: "upgrade" });
  expect(await join(old.connection, { schemaVersion: 1 })).toMatchObject({ ok: false, code: "upgrade" });
  expect(await storedText(house, world.document.id)).toContain("Breng een hamer mee.");
});

it("writes over nothing when somebody sends a whole older copy, or a slower process folds an older state", async () => {
  const ctx = await as("writer");
  const stale = await Editor.open(ctx, world.document.id);
  const other = await as("other");
  const fresh = await Editor.open(other, world.document.id);
  await pushUpdate(other, pushOf(world.document, fresh.make((body) => body.insert(1, [paragraph("Weg hiermee."), paragraph("Nieuw sinds toen.")]))));
  await pushUpdate(other, pushOf(world.document, fresh.make((body) => body.delete(1, 1))));
  const theHouseItself = makeCtx(house, { actor: theHouse });
  const { answer: asItWas } = await askState(theHouseItself, world.document.id, "projectState", { state: Y.encodeStateAsUpdate(stale.doc) });
  stale.type(" En dit.");
  await pushUpdate(await as("writer"), pushOf(world.document, Y.encodeStateAsUpdate(stale.doc)));
  const expected = "<paragraph>Zo begint het. En dit.</paragraph><paragraph>Nieuw sinds toen.</paragraph>";
  expect(await storedText(house, world.document.id)).toBe(expected);
  house.setNow(new Date(house.now().getTime() + 120_000));
  await foldDocuments(house);
  const { nodes: _nodes, ...projected } = asItWas;
  expect(await storeFold(theHouseItself, { id: world.document.id, seq: 1, ...projected, revision: false })).toBe(false);
  expect(await storedText(house, world.document.id)).toBe(expected);
});

it("opens a text whole, however long its log grew, and judges what leans on its end", { timeout: 60_000 }, async () => {
  const ctx = await as("writer");
  const editor = await Editor.open(ctx, world.document.id);
  const edits = Array.from({ length: logPage + 40 }, (_, index) => ({ documentId: world.document.id, seq: index + 1, actorId: world.other.actorId, push: newPush(), update: editor.type("x") }));
  for (let from = 0; from < edits.length; from += 2_000) await insertUpdates(ctx, edits.slice(from, from + 2_000), new Map());
  const answer = await join((await connect("other")).connection);
  expect(answer).toMatchObject({ ok: true, seq: edits.length });
  expect(opened(answer)).toBe(shown(editor.doc));
  expect(await pushUpdate(ctx, pushOf(world.document, editor.make(() => editor.text.insert(0, "!"))))).toMatchObject({ seq: edits.length + 1 });
});

it("keeps the copies of a text in one process the same, of who judges, of who answers and of a second house, while people come in and write", async () => {
  const elsewhere = begin();
  const sides = [house, elsewhere];
  const random = randomFrom(8);
  const editors = await Promise.all(sides.map(async (side, index) => ({ side, ctx: await as(index ? "other" : "writer", side), editor: await Editor.open(await as("writer"), world.document.id) })));
  for (let round = 0; round < 12; round += 1) {
    const work = editors.map(({ ctx, editor }, index) => pushUpdate(ctx, pushOf(world.document, editor.type(`${index ? "b" : "a"}${round} `))));
    const answers = await Promise.all(Array.from({ length: 1 + random.below(3) }, async () => (await connect("other", random.pick(sides))).connection).map(async (made) => join(await made, {}, random.pick(sides))));
    await Promise.all(work);
    expect(answers.every(({ ok }) => ok)).toBe(true);
  }
  for (const side of sides) {
    expect(opened(await join((await connect("writer", side)).connection, {}, side))).toBe(await storedText(house, world.document.id));
    const newcomer = await Editor.open(await as("writer", side), world.document.id);
    expect(await pushUpdate(await as("writer", side), pushOf(world.document, newcomer.type(".")))).toMatchObject({ repeated: false });
  }
  expect((await house.database.db.select().from(documentUpdate).where(eq(documentUpdate.documentId, world.document.id))).length).toBe(26);
});

it("holds nothing more after many came, wrote and left, and nothing at all of a text that nobody writes in", { timeout: 60_000 }, async () => {
  const texts = await Promise.all(Array.from({ length: 60 }, () => makeDocument(house.database.db, { groupId: world.groupId, spaceId: world.spaceId, authorActor: world.writer.actorId })));
  const ctx = await as("writer");
  for (const text of texts) {
    const { connection } = await connect("writer");
    expect(await join(connection, { id: text.id })).toMatchObject({ ok: true });
    const editor = await Editor.open(ctx, text.id);
    for (const words of ["een", "twee"]) await call(house, connection, "document:push", pushOf(text, editor.type(words)));
    connection.end();
  }
  const { examine, state } = lanesOf(house);
  expect([examine.holds.documents, state.holds.documents]).toEqual([48, 48]);
  expect(documentFeed(house).logs().filter((log) => texts.some(({ id }) => id === log))).toEqual([]);
  expect(texts.flatMap(({ id }) => followersOf(house, id))).toEqual([]);
  const { connection, heard } = await connect("other");
  await join(connection);
  // As the server does once a second, a minute later.
  const later = performance.now() + 60_000;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => later);
  while (examine.holds.thread || state.holds.thread) {
    await Promise.all(headWatches().map((sweep) => sweep()));
    await rounds();
  }
  clock.mockRestore();
  expect([examine.holds, state.holds]).toEqual([{ documents: 0, thread: false }, { documents: 0, thread: false }]);
  // Who has it open goes on as if nothing had been let go.
  const editor = await Editor.open(await as("writer"), world.document.id);
  await pushUpdate(await as("writer"), pushOf(world.document, editor.type(" Verder.")));
  await rounds();
  expect(heard.filter(({ event }) => event === "document:update")).toHaveLength(1);
  connection.end();
});

it("reads a text once for the fifty who come back at the same moment, while others write", async () => {
  const asked = vi.spyOn(WorkerLane.prototype, "ask");
  const loads = () => asked.mock.calls.filter(([kind]) => kind === "load").length;
  const ctx = await as("writer");
  const editor = await Editor.open(ctx, world.document.id);
  await pushUpdate(ctx, pushOf(world.document, editor.type(" Ervoor.")));
  const before = loads();
  const people = await Promise.all(Array.from({ length: 50 }, (_, index) => connect(index % 2 ? "writer" : "other")));
  const everybody = () => Promise.all([...people.map(({ connection }) => join(connection)), pushUpdate(ctx, pushOf(world.document, editor.type(" Ertussen.")))]);
  await everybody();
  await everybody();
  expect(loads() - before).toBe(1);
  await pushUpdate(ctx, pushOf(world.document, editor.type(" Erna.")));
  const stored = await storedText(house, world.document.id);
  expect(stored).toContain("Ervoor. Ertussen. Ertussen. Erna.");
  const answers = await Promise.all(people.map(({ connection }) => join(connection)));
  expect(new Set(answers.map(opened))).toEqual(new Set([stored]));
  expect(loads() - before).toBe(1);
  const committed = (await readCommitted(ctx, world.document.id))!;
  expect(answers.every((answer) => (answer as unknown as { seq: number }).seq === committed.seq)).toBe(true);
  people.forEach(({ connection }) => connection.end());
});
