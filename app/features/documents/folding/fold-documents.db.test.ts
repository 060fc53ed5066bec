import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { document, documentRevision, documentUpdate, fact } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { fromBase64 } from "../writing/base64";
import { bodyField, schemaVersion } from "../content-rules";
import { foldDocuments, nameRevision, pushUpdate, readDocument, readVersions, restoreRevision, searchDocuments } from "../index.server";
import { closeLanes, lanesOf } from "../worker/lanes.server";
import type { DocumentJoined } from "../live";
import { openDoc } from "../open-doc";
import { newPush } from "../editor/outbox";
import { readCommitted } from "../queries.server";
import { call, TestConnection } from "../test/live-world";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, storedText, type World } from "../test/writing-world";

// One text per file of tests: the job folds whatever there is.
const home = useDatabase();
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
let clock: Date;
const minutes = (count: number) => house.setNow((clock = new Date(clock.getTime() + count * 60_000)));
const as = (who: "writer" | "other" | "reader") => ctxFor(house, world[who].id);

beforeEach(async () => {
  clock = new Date("2030-03-01T09:00:00Z");
  house.setNow(clock);
  world = await makeWorld(house);
});

async function write(who: "writer" | "other", words: string): Promise<void> {
  const ctx = await as(who);
  await pushUpdate(ctx, pushOf(world.document, (await Editor.open(ctx, world.document.id)).type(words)));
}
const row = async () => (await house.database.db.select().from(document).where(eq(document.id, world.document.id)))[0]!;
const revisions = () => house.database.db.select().from(documentRevision).where(eq(documentRevision.documentId, world.document.id)).orderBy(asc(documentRevision.createdAt), asc(documentRevision.uptoSeq));
const log = async () => (await house.database.db.select().from(documentUpdate).where(eq(documentUpdate.documentId, world.document.id)).orderBy(asc(documentUpdate.seq))).map(({ seq }) => seq);

it("shows what was just written before it was folded, and writes nothing for a reader", async () => {
  await write("writer", " Vers van de pers.");
  const before = await row();
  expect((await readDocument(await as("reader"), world.document.id)).content.content![0]!.content![0]!.text).toBe("Zo begint het. Vers van de pers.");
  expect(await row()).toEqual(before);
  expect(await searchDocuments(await as("reader"), { words: "pers", limit: 5 })).toEqual([]);
});

it("folds once it is quiet: snapshot, content, words and search from the log; a second round finds nothing to do", async () => {
  await write("writer", " Eerst de halte.");
  expect(await foldDocuments(house)).toBe(0);
  minutes(2);
  expect(await foldDocuments(house)).toBe(1);
  expect(await row()).toMatchObject({ seq: 1, snapshotSeq: 1, contentSeq: 1, plainText: "Zo begint het. Eerst de halte." });
  expect((await searchDocuments(await as("reader"), { words: "halte", limit: 5 })).map(({ id }) => id)).toEqual([world.document.id]);
  expect(await foldDocuments(house)).toBe(0);
  const committed = (await readCommitted(await as("writer"), world.document.id))!;
  expect(committed.rows).toEqual([]);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, committed.snapshot);
  expect(doc.getXmlFragment(bodyField).toString()).toBe("<paragraph>Zo begint het. Eerst de halte.</paragraph>");
});

it("goes on writing over a fold: nothing is lost, nothing doubled, and rows go only a day later and counted", async () => {
  const ctx = await as("writer");
  const editor = await Editor.open(ctx, world.document.id);
  await pushUpdate(ctx, pushOf(world.document, editor.type(" een")));
  minutes(2);
  await foldDocuments(house);
  await pushUpdate(await as("writer"), pushOf(world.document, editor.type(" twee")));
  expect(await storedText(house, world.document.id)).toContain("een twee");
  expect(await log()).toEqual([1, 2]);
  minutes(40);
  await foldDocuments(house);
  expect(await log()).toEqual([1, 2]);
  minutes(25 * 60);
  await foldDocuments(house);
  expect(await log()).toEqual([]);
  const late = await as("writer");
  expect(await pushUpdate(late, pushOf(world.document, editor.type(" drie")))).toEqual({ seq: 3, repeated: false });
  expect(await storedText(house, world.document.id)).toContain("een twee drie");
  expect((await row()).bytes).toBeGreaterThan(0);
});

it("keeps a version at a pause, one for each stretch of writing", async () => {
  await write("writer", " een");
  minutes(10);
  await foldDocuments(house);
  expect(await revisions()).toEqual([]);
  minutes(25);
  for (let round = 0; round < 2; round += 1) await foldDocuments(house);
  expect((await revisions()).map(({ kind, uptoSeq }) => [kind, uptoSeq])).toEqual([["automatic", 1]]);
  await write("other", " twee");
  minutes(31);
  await foldDocuments(house);
  expect((await revisions()).map(({ uptoSeq }) => uptoSeq)).toEqual([1, 2]);
});

it("brings an old version back as an edit: somebody who is typing loses nothing, and what stood there is kept", async () => {
  const ctx = await as("writer");
  await write("writer", " Goede zin.");
  await nameRevision(ctx, { document: world.document.id, name: "Na de eerste keer" });
  const typing = await Editor.open(await as("other"), world.document.id);
  const half = typing.make((body) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText("Net begonnen")]);
    body.insert(body.length, [paragraph]);
    // Also in what stands in the old version: what did not change is the same element still.
    typing.text.insert(0, "Ook hier. ");
  });
  await write("writer", " Slechte zin.");
  const [version] = (await readVersions(ctx, world.document.id, null)).versions;
  expect(version).toMatchObject({ kind: "named", name: "Na de eerste keer", by: { name: "Noor" } });
  expect((await readVersions(ctx, world.document.id, version!.id)).shown!.content.content![0]!.content![0]!.text).toBe("Zo begint het. Goede zin.");

  const restore = { document: world.document.id, revision: version!.id, push: newPush() };
  for (let times = 0; times < 2; times += 1) await restoreRevision(ctx, restore);
  expect(await storedText(house, world.document.id)).toBe("<paragraph>Zo begint het. Goede zin.</paragraph>");
  expect(await log()).toEqual([1, 2, 3]);
  const kept = (await revisions()).find(({ kind }) => kind === "before_restore")!;
  const before = new Y.Doc();
  Y.applyUpdate(before, kept.state);
  expect(before.getXmlFragment(bodyField).toString()).toContain("Slechte zin.");

  await pushUpdate(await as("other"), pushOf(world.document, half));
  await pushUpdate(await as("other"), pushOf(world.document, typing.make((body) => ((body.get(body.length - 1) as Y.XmlElement).get(0) as Y.XmlText).insert(12, ", en klaar"))));
  expect(await storedText(house, world.document.id)).toBe("<paragraph>Ook hier. Zo begint het. Goede zin.</paragraph><paragraph>Net begonnen, en klaar</paragraph>");
  await expect(restoreRevision(await as("reader"), { ...restore, push: newPush() })).rejects.toMatchObject({ code: "forbidden" });
  await expect(restoreRevision(ctx, { ...restore, revision: newPush(), push: newPush() })).rejects.toMatchObject({ code: "not_found" });
});

it("notes each time that somebody sat down to write, with coarse amounts and with how many; once", async () => {
  const ctx = await as("writer");
  const editor = await Editor.open(ctx, world.document.id);
  await pushUpdate(ctx, pushOf(world.document, editor.type("abc")));
  minutes(10);
  await write("other", "x".repeat(300));
  minutes(5);
  await pushUpdate(await as("writer"), pushOf(world.document, editor.make(() => editor.text.delete(0, 5))));
  minutes(45);
  await pushUpdate(await as("writer"), pushOf(world.document, editor.type("d".repeat(60))));
  minutes(31);
  for (let round = 0; round < 2; round += 1) await foldDocuments(house);
  const noted = await house.database.db.select().from(fact).where(and(eq(fact.type, "document.edited"), eq(fact.objectId, world.document.id))).orderBy(asc(fact.id));
  const bySomebody = (actorId: string) => noted.filter((one) => one.actorId === actorId).map(({ data, stream }) => ({ ...data, stream }));
  expect(bySomebody(world.writer.actorId)).toEqual([
    { added: "1-50", removed: "1-50", minutes: 15, coAuthors: 1, stream: null },
    { added: "51-200", removed: "0", minutes: 0, coAuthors: 0, stream: null },
  ]);
  expect(bySomebody(world.other.actorId)).toEqual([{ added: "201-1000", removed: "0", minutes: 0, coAuthors: 0, stream: null }]);
  expect(noted.map(({ occurredAt }) => occurredAt.toISOString()).sort()).toEqual(["2030-03-01T09:10:00.000Z", "2030-03-01T09:15:00.000Z", "2030-03-01T10:00:00.000Z"]);
});

it("gives a text of which all is folded as it lies there, without a worker; and what was written since as well", async () => {
  const connection = new TestConnection((await as("reader")).actor, () => undefined);
  const join = async (stateVector: Uint8Array, rows?: boolean) => {
    const answer = await call(house, connection, "document:join", { id: world.document.id, stateVector, schemaVersion, ...(rows === undefined ? {} : { rows }) });
    if (!answer.ok) throw new Error(answer.code);
    return answer as unknown as DocumentJoined;
  };
  const show = ({ missing, updates = [] }: DocumentJoined) => {
    const doc = openDoc();
    for (const update of [missing, ...updates.map(fromBase64)]) Y.applyUpdate(doc, update);
    return doc;
  };
  await write("writer", " Eerst de halte.");
  minutes(2);
  await foldDocuments(house);
  await closeLanes(house);
  const nothing = Y.encodeStateVector(new Y.Doc());
  const folded = await join(nothing);
  expect(folded).toMatchObject({ role: "read", seq: 1 });
  expect(show(folded).getXmlFragment(bodyField).toString()).toBe("<paragraph>Zo begint het. Eerst de halte.</paragraph>");
  expect(Y.decodeStateVector(folded.stateVector)).toEqual(Y.decodeStateVector(Y.encodeStateVector(show(folded))));
  await join(new Uint8Array());
  expect(lanesOf(house).state.holds).toEqual({ documents: 0, thread: false });

  const again = await join(folded.stateVector);
  expect(again.missing.byteLength).toBeLessThan(folded.missing.byteLength / 4);
  await write("other", " Dan de bus.");
  const later = await join(nothing);
  expect(later.seq).toBe(2);
  expect(show(later).getXmlFragment(bodyField).toString()).toBe("<paragraph>Zo begint het. Eerst de halte. Dan de bus.</paragraph>");
  expect(Y.decodeStateVector(later.stateVector)).toEqual(Y.decodeStateVector(Y.encodeStateVector(show(later))));
  expect(later.updates).toBeUndefined();

  // Who takes the newest rows by themselves gets them so, without a worker, as long as they are few and small.
  await closeLanes(house);
  const apart = await join(nothing, true);
  expect([apart.seq, apart.updates?.length, lanesOf(house).state.holds.documents]).toEqual([2, 1, 0]);
  expect(show(apart).getXmlFragment(bodyField).toString()).toBe(show(later).getXmlFragment(bodyField).toString());
  expect(Y.decodeStateVector(apart.stateVector)).toEqual(Y.decodeStateVector(later.stateVector));
  await write("other", "x".repeat(70_000));
  const large = await join(nothing, true);
  expect([large.seq, large.updates]).toEqual([3, undefined]);
  expect(show(large).getXmlFragment(bodyField).toString()).toContain("bus.xxx");
  connection.end();
});

it("folds what concurrent edits left unfit, without changing the text itself", async () => {
  const ctx = await as("writer");
  const editor = await Editor.open(ctx, world.document.id);
  await pushUpdate(ctx, pushOf(world.document, editor.make((body) => {
    const list = new Y.XmlElement("bulletList");
    list.insert(0, [new Y.XmlElement("listItem")]);
    body.insert(1, [list]);
  })));
  minutes(2);
  await foldDocuments(house);
  expect((await row()).content).toEqual({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Zo begint het." }] }] });
  expect(await storedText(house, world.document.id)).toContain("<bulletlist><listitem></listitem></bulletlist>");
});

it("does not let texts that cannot be folded take the turn of the others", async () => {
  const { search: _search, ...good } = await row();
  const spoilt = { ...good, snapshot: Buffer.from([255]), seq: 1, changedAt: new Date(clock.getTime() - 3_600_000) };
  await house.database.db.insert(document).values(Array.from({ length: 50 }, () => ({ ...spoilt, id: randomUUID() })));
  await write("writer", " Eerst de halte.");
  minutes(2);
  expect([await foldDocuments(house), (await row()).contentSeq]).toEqual([0, 0]);
  expect([await foldDocuments(house), (await row()).contentSeq]).toEqual([1, 1]);
});

it("notes how others wrote along where what one wrote cannot be measured", async () => {
  await write("other", " Eerst de halte.");
  await write("writer", " Dan de bus.");
  minutes(2);
  await foldDocuments(house);
  await house.database.db.update(documentUpdate).set({ update: Buffer.from([255]) }).where(and(eq(documentUpdate.documentId, world.document.id), eq(documentUpdate.seq, 1)));
  minutes(40);
  await foldDocuments(house);
  const noted = await house.database.db.select().from(fact).where(and(eq(fact.objectId, world.document.id), eq(fact.type, "document.edited")));
  expect(noted.map(({ actorId }) => actorId)).toEqual([(await as("writer")).actor.actorId]);
});
