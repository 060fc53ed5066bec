import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { makeDocument, makeDocumentComment } from "#db/factories/make-document";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { document, documentTemplate, fact, group as groupTable, person as personTable, spaceMembership } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { collectDownload, eraseAccount, hashPassword } from "~/features/accounts/index.server";
import { goodPassword } from "~/features/accounts/test/act-as";
import { groupStream } from "~/features/groups/index.server";
import { loadEntities } from "~/platform/entities.server";
import { createLimiter } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import { closeDocumentFeed } from "../writing/document-feed.server";
import { documentStream } from "../document-stream.server";
import { beginEasyVersion, createDocument, listGroupDocuments, makeTemplate, moveDocument, narrowDocument, postComment, pushUpdate, readDocument, readNarrowing, readTree, renameDocument, searchDocuments, takeBackTemplate, trashDocument, readTrash, putBackDocument, type NarrowingForm } from "../index.server";
import { closeLanes } from "../worker/lanes.server";
import { forgetRights } from "../rights.server";
import { suggestPeople } from "../mentions/suggest-people.server";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";

const home = useDatabase({ keep: true });
let house: TestHouse;
let world: World;
let ids: Record<"writer" | "other" | "reader", string>;
type Who = "writer" | "other" | "reader" | "facilitator" | "stranger";
const as = (who: Who | null) => ctxFor(house, who && world[who].id);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const rowOf = async (id = world.document.id) => (await home.database.db.select().from(document).where(eq(document.id, id)))[0]!;
const narrow = async (who: Who | null, given: { readBy: string; writtenBy?: string; few?: string[] }, id = world.document.id) => narrowDocument.withFacts(await as(who), { document: id, rev: (await rowOf(id)).rev, ...given } as never);
const reads = async (who: Who, id = world.document.id) => codeOf(readDocument(await as(who), id));
const writes = async (who: Who) => {
  const ctx = await as(who);
  return codeOf(pushUpdate(ctx, pushOf(world.document, (await Editor.open(ctx, world.document.id)).type(" En."))));
};

beforeAll(() => {
  house = testHouse(home.database);
});
beforeEach(async () => {
  house.limiter = createLimiter();
  world = await makeWorld(house);
  const rows = await home.database.db.select().from(spaceMembership).where(eq(spaceMembership.spaceId, world.spaceId));
  const of = (who: Who) => rows.find(({ personId }) => personId === world[who].id)!.id;
  ids = { writer: of("writer"), other: of("other"), reader: of("reader") };
});
afterAll(async () => {
  closeDocumentFeed(house);
  await closeLanes(house);
});

it("some write and the others of the group read, remark and propose", async () => {
  await narrow("writer", { readBy: "group", writtenBy: "few" });
  expect([await writes("writer"), await writes("other"), await writes("facilitator")]).toEqual(["ok", "few_write", "ok"]);
  expect([await reads("other"), await reads("reader")]).toEqual(["ok", "ok"]);
  const page = await readDocument(await as("other"), world.document.id);
  expect(page.may).toMatchObject({ write: "few_write", comment: true, propose: true, narrow: "few_write" });
  expect(await codeOf(postComment(await as("other"), { id: randomUUID(), document: world.document.id, text: "Mooi." }))).toBe("ok");
  expect(await codeOf(renameDocument(await as("other"), { id: world.document.id, title: "Anders", licence: "CC BY 4.0", rev: (await rowOf()).rev }))).toBe("few_write");
  // Whoever may write there again writes again, once the fact was heard here.
  await narrow("writer", { readBy: "group", writtenBy: "group" });
  forgetRights(house);
  expect([await writes("other"), (await rowOf()).few]).toEqual(["ok", []]);
});

it("what some read nobody else of the group finds, opens, is offered or hears of", async () => {
  const remark = await makeDocumentComment(home.database.db, { documentId: world.document.id, authorActor: world.other.actorId });
  const { facts } = await narrow("writer", { readBy: "few", few: [ids.reader] });
  expect(facts.map(({ type, stream, data }) => [type, stream, data]).sort()).toEqual([
    ["document.chosen-for-you", streamId("person", world.reader.actorId), { document: world.document.id }],
    ["document.narrowed", groupStream(world.groupId), {}],
  ]);
  expect([await reads("writer"), await reads("reader"), await reads("facilitator"), await reads("other"), await reads("stranger")]).toEqual(["ok", "ok", "ok", "for_few", "join_group"]);
  // Somebody who only reads in the group does not write because they were chosen.
  expect([await writes("writer"), await writes("reader"), await writes("other"), await writes("facilitator")]).toEqual(["ok", "forbidden", "for_few", "ok"]);
  const seen = async (who: Who) => {
    const ctx = await as(who);
    const listed = (await listGroupDocuments(ctx, world.groupId)).documents.length;
    const found = (await searchDocuments(ctx, { words: "begint", limit: 5, of: "document" })).length;
    return [listed, found, (await readTree(ctx, world.groupId)).texts.length];
  };
  expect([await seen("writer"), await seen("reader"), await seen("facilitator"), await seen("other")]).toEqual([[1, 1, 1], [1, 1, 1], [1, 1, 1], [0, 0, 0]]);
  const inGroup = await loadEntities(await as("other"), groupStream(world.groupId), [{ kind: "document", id: world.document.id }, { kind: "document-comment", id: remark.id }]);
  expect(inGroup.map(({ gone, text, title }) => [gone, text, title])).toEqual([["narrowed", undefined, undefined], ["narrowed", undefined, undefined]]);
  // What happens from now on is told in its own stream alone.
  const id = randomUUID();
  const told = await postComment.withFacts(await as("writer"), { id, document: world.document.id, text: "Voor ons. @Jef @Lies" });
  expect(told.facts.map(({ type, stream }) => [type, stream]).sort()).toEqual([
    ["document.comment-posted", documentStream(world.document.id)],
    ["document.mention-for-you", streamId("person", world.reader.actorId)],
  ]);
  const [own] = await loadEntities(await as("writer"), documentStream(world.document.id), [{ kind: "document-comment", id }]);
  expect(own!["text"]).toContain("Voor ons.");
  const page = await readDocument(await as("writer"), world.document.id, { live: true });
  expect([page.readers, page.follows?.stream, page.peopleToAsk.map(({ name }) => name)]).toEqual([{ who: "few", count: 2 }, documentStream(world.document.id), ["Lies", "Noor"]]);
  expect([(await suggestPeople(await as("writer"), { document: world.document.id, typed: "j" })).length, (await suggestPeople(await as("writer"), { document: world.document.id, typed: "l" })).length]).toEqual([0, 1]);
});

it("who reads only ever narrows; one more of the group may be chosen, and is told once", async () => {
  await narrow("writer", { readBy: "few" });
  expect((await rowOf()).few).toEqual([ids.writer]);
  expect([await codeOf(narrow("writer", { readBy: "members" })), await codeOf(narrow("facilitator", { readBy: "group" }))]).toEqual(["not_for_more", "not_for_more"]);
  const added = await narrow("facilitator", { readBy: "few", few: [ids.writer, ids.other] });
  expect(added.facts.map(({ type, stream }) => [type, stream]).sort()).toEqual([
    ["document.chosen-for-you", streamId("person", world.other.actorId)],
    ["document.narrowed", documentStream(world.document.id)],
  ]);
  expect(await reads("other")).toBe("ok");
  expect((await narrow("facilitator", { readBy: "few", few: [ids.other, ids.writer] })).facts).toEqual([]);
  // Taken out again, also by name: the facilitator alone is left.
  await narrow("facilitator", { readBy: "few", few: [] });
  expect([await reads("writer"), await reads("other"), await reads("facilitator")]).toEqual(["for_few", "for_few", "ok"]);
});

it("is chosen by who began it and who runs the group, of people in the group, and of what they saw", async () => {
  const { rev } = await rowOf();
  expect([await codeOf(narrow("other", { readBy: "few" })), await codeOf(narrow("reader", { readBy: "few" })), await codeOf(narrow("stranger", { readBy: "few" })), await codeOf(narrow(null, { readBy: "few" }))]).toEqual(["forbidden", "forbidden", "join_group", "sign_in"]);
  expect([await codeOf(readNarrowing(await as("other"), world.document.id)), await codeOf(readNarrowing(await as("writer"), world.document.id))]).toEqual(["forbidden", "ok"]);
  expect([await codeOf(narrow("writer", { readBy: "few", few: [randomUUID()] })), await codeOf(narrow("writer", { readBy: "all" })), (await rowOf()).readBy]).toEqual(["invalid_input", "invalid_input", "group"]);
  const first = (await readNarrowing(await as("facilitator"), world.document.id)) as NarrowingForm;
  // Who began it is ticked beforehand: they are not left out by oversight.
  expect(first.people.filter(({ chosen }) => chosen).map(({ name }) => name)).toEqual(["Noor"]);
  await narrow("writer", { readBy: "few", few: [ids.other] });
  expect(await codeOf(narrowDocument(await as("facilitator"), { document: world.document.id, readBy: "few", few: [], rev }))).toBe("stale");
  // The same choice sent twice, from an old page too, is once.
  expect(await codeOf(narrowDocument(await as("writer"), { document: world.document.id, readBy: "few", few: [ids.other], rev }))).toBe("ok");
  const form = (await readNarrowing(await as("writer"), world.document.id)) as NarrowingForm;
  expect([form.readBy, form.choices.map(({ readBy }) => readBy), form.people]).toEqual(["few", ["few"], [{ id: ids.other, name: "Jef", chosen: true }, { id: ids.reader, name: "Lies", chosen: false }]]);
});

it("of an open group, members alone read it: for the world it is not there", async () => {
  const { db } = home.database;
  const open = await makeGroup(db, { spaceId: world.spaceId, visibility: "public" });
  await makeGroupMembership(db, { group: open, personId: world.writer.id });
  await makeGroupMembership(db, { group: open, personId: world.reader.id });
  const text = await makeDocument(db, { groupId: open.id, spaceId: world.spaceId, authorActor: world.writer.actorId });
  const seenBy = async (who: Who | null) => [await codeOf(readDocument(await as(who), text.id)), (await listGroupDocuments(await as(who), open.id)).documents.length];
  expect([await seenBy(null), await seenBy("stranger")]).toEqual([["ok", 1], ["ok", 1]]);
  expect(((await readNarrowing(await as("writer"), text.id)) as NarrowingForm).choices.map(({ readBy, readers }) => [readBy, readers?.who])).toEqual([["group", "everyone"], ["members", "group"], ["few", undefined]]);
  await narrow("writer", { readBy: "members" }, text.id);
  expect([await seenBy(null), await seenBy("stranger"), await seenBy("other"), await seenBy("reader"), await seenBy("facilitator")]).toEqual([["sign_in", 0], ["join_group", 0], ["join_group", 0], ["ok", 1], ["ok", 1]]);
  // It may go to a closed group in which all are members here too, and to no other.
  expect(await codeOf(moveDocument(await as("facilitator"), { document: text.id, to: world.groupId }))).toBe("wider_audience");
  await db.update(groupTable).set({ visibility: "members" }).where(eq(groupTable.id, open.id));
  expect(await codeOf(moveDocument(await as("facilitator"), { document: world.document.id, to: open.id }))).toBe("wider_audience");
});

it("begins for few: the group hears of nothing, and what begins beneath it is for the same", async () => {
  const ctx = await as("writer");
  const made = await createDocument.withFacts(ctx, { id: randomUUID(), groupId: world.groupId, title: "Nog niet klaar", readBy: "few", text: "Eerste woorden" });
  expect(made.facts.map(({ type, stream }) => [type, stream])).toEqual([["document.created", documentStream(made.value.id)]]);
  expect([await reads("other", made.value.id), await reads("writer", made.value.id), (await rowOf(made.value.id)).few]).toEqual(["for_few", "ok", [ids.writer]]);
  // Somebody who writes in the group and does not read it begins nothing beneath it.
  expect(await codeOf(createDocument(await as("other"), { id: randomUUID(), groupId: world.groupId, title: "Eronder", parent: made.value.id, readBy: "few" }))).toBe("not_found");
  await narrow("writer", { readBy: "few", few: [ids.other] }, made.value.id);
  const beneath = await createDocument(await as("other"), { id: randomUUID(), groupId: world.groupId, title: "Eronder", parent: made.value.id, readBy: "few" });
  expect((await rowOf(beneath.id)).few).toEqual([ids.writer, ids.other].sort());
});

it("its easy version goes with it, and is chosen for at the text itself", async () => {
  const { id: easy } = await beginEasyVersion(await as("writer"), { id: randomUUID(), document: world.document.id });
  await narrow("writer", { readBy: "few", few: [ids.reader] });
  const row = await rowOf(easy);
  expect([row.readBy, row.writtenBy, row.few, await reads("other", easy), await reads("reader", easy)]).toEqual(["few", "few", [ids.reader, ids.writer].sort(), "for_few", "ok"]);
  expect(await codeOf(narrow("facilitator", { readBy: "few", few: [] }, easy))).toBe("follows_source");
  expect(await readNarrowing(await as("writer"), easy)).toEqual({ source: world.document.id });
  const late = await makeDocument(home.database.db, { groupId: world.groupId, spaceId: world.spaceId, authorActor: world.writer.actorId, readBy: "few", writtenBy: "few", few: [ids.writer] });
  const { id: lateEasy } = await beginEasyVersion(await as("writer"), { id: randomUUID(), document: late.id });
  expect([await reads("other", lateEasy), (await rowOf(lateEasy)).few]).toEqual(["for_few", [ids.writer]]);
});

it("is no template for more than read it; the one that it was may be taken back", async () => {
  const { document: text } = world;
  await makeTemplate(await as("facilitator"), { document: text.id });
  await narrow("writer", { readBy: "few" });
  expect(await codeOf(makeTemplate(await as("facilitator"), { document: text.id }))).toBe("only_for_group");
  expect(await codeOf(createDocument(await as("other"), { id: randomUUID(), groupId: world.groupId, title: "Ermee begonnen", template: text.id }))).toBe("for_few");
  await takeBackTemplate(await as("facilitator"), { document: text.id });
  expect(await home.database.db.select().from(documentTemplate).where(eq(documentTemplate.documentId, text.id))).toEqual([]);
});

it("lies in the trash unseen by the others, and comes back to the same people", async () => {
  await narrow("writer", { readBy: "few", few: [ids.reader] });
  expect(await codeOf(trashDocument(await as("other"), { document: world.document.id }))).toBe("for_few");
  const { facts } = await trashDocument.withFacts(await as("writer"), { document: world.document.id });
  expect(facts.map(({ stream }) => stream)).toEqual([documentStream(world.document.id)]);
  const inTrash = async (who: Who) => (await readTrash(await as(who), { groupId: world.groupId, page: 1 })).texts.map(({ title }) => title);
  expect([await inTrash("other"), await inTrash("writer")]).toEqual([[], [world.document.title]]);
  expect([await codeOf(putBackDocument(await as("other"), { document: world.document.id })), await codeOf(putBackDocument(await as("writer"), { document: world.document.id }))]).toEqual(["for_few", "ok"]);
  expect([await reads("other"), await reads("reader")]).toEqual(["for_few", "ok"]);
});

it("moves without a word to either group, with those beneath it judged too", async () => {
  const { db } = home.database;
  const cellar = await makeGroup(db, { spaceId: world.spaceId, visibility: "members", joining: "request" });
  await makeGroupMembership(db, { group: cellar, personId: world.writer.id });
  await makeGroupMembership(db, { group: cellar, personId: world.stranger.id });
  await narrow("writer", { readBy: "few", few: [ids.reader] });
  const beneath = await makeDocument(db, { groupId: world.groupId, spaceId: world.spaceId, authorActor: world.writer.actorId, parentId: world.document.id, title: "Eronder" });
  const moveIt = async (how: "along" | "stay") => moveDocument.withFacts(await as("facilitator"), { document: world.document.id, to: cellar.id, beneath: how });
  // What stands beneath it is read by the whole group, and somebody else is in the other one.
  expect(await codeOf(moveIt("along"))).toBe("wider_audience");
  const { facts } = await moveIt("stay");
  expect([...new Set(facts.filter(({ type }) => type !== "document.moved-for-you").map(({ stream }) => stream))]).toEqual([documentStream(world.document.id)]);
  expect([await reads("writer"), await reads("stranger"), await reads("reader"), await reads("other", beneath.id)]).toEqual(["ok", "for_few", "join_group", "ok"]);
});

it("who leaves the platform is chosen for nothing any more, and who asks sees what they were chosen for", async () => {
  await narrow("writer", { readBy: "few", few: [ids.other, ids.reader] });
  const ctx = await as("other");
  const mine = (await collectDownload(ctx)).find(({ key }) => key === "textsChosenFor");
  expect(mine?.rows).toEqual([{ title: world.document.title }]);
  await home.database.db.update(personTable).set({ passwordHash: await hashPassword(goodPassword) }).where(eq(personTable.id, world.other.id));
  await eraseAccount(ctx, { currentPassword: goodPassword, words: "keep" });
  expect((await rowOf()).few).toEqual([ids.writer, ids.reader].sort());
});

it("two who choose at once: one is told that the other was first, and nothing of both is mixed", async () => {
  const { rev } = await rowOf();
  const both = await Promise.all([
    codeOf(narrowDocument(await as("writer"), { document: world.document.id, readBy: "few", few: [ids.reader], rev })),
    codeOf(narrowDocument(await as("facilitator"), { document: world.document.id, readBy: "group", writtenBy: "few", few: [ids.other], rev })),
  ]);
  // Whoever comes second sees an older page, asks for more readers than there are now, or is no longer among those who write.
  expect(both.filter((code) => code === "ok").length).toBe(1);
  expect(["stale", "not_for_more", "few_write"]).toContain(both.find((code) => code !== "ok"));
  const row = await rowOf();
  expect([{ readBy: "few", few: [ids.reader, ids.writer].sort() }, { readBy: "group", few: [ids.other] }]).toContainEqual({ readBy: row.readBy, few: row.few });
  expect((await home.database.db.select().from(fact).where(and(eq(fact.objectId, world.document.id), eq(fact.type, "document.narrowed")))).length).toBe(1);
});
