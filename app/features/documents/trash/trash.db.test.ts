import { randomUUID } from "node:crypto";
import { count, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { makeDocument, makeDocumentComment, makeEdition } from "#db/factories/make-document";
import { document, documentClient, documentComment, documentRevision, documentUpdate, documentWriter, fact, groupMembership, moderationCase } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { groupStream } from "~/features/groups/index.server";
import { loadEntities } from "~/platform/entities.server";
import { findThings } from "~/platform/things.server";
import type { AppError } from "~/platform/codes";
import { ctxFor, ctxOfHouse, type TestHouse } from "~/platform/test/test-house";
import {
  actOnDocument, deleteTrashedDocuments, listGroupDocuments, listMyDocuments, nameRevision, postComment, pushUpdate, putBackDocument, readDocument, readEdition,
  readPublication, readSettings, readTrash, renameDocument, searchDocuments, trashDocument, withdrawEdition, type EditionPage,
} from "../index.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, storedText, type World } from "../test/writing-world";
import { deleteTrashed } from "./delete-trashed.server";

const home = useDatabase();
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
const now = new Date("2030-03-01T09:00:00Z");
const days = (many: number) => house.setNow(new Date(now.getTime() + many * 86_400_000));
type Who = "writer" | "other" | "reader" | "facilitator" | "stranger";
const as = (who: Who | null) => ctxFor(house, who && world[who].id);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const trash = async (who: Who | null = "writer", id = world.document.id) => trashDocument.withFacts(await as(who), { document: id });
const putBack = async (who: Who | null) => putBackDocument.withFacts(await as(who), { document: world.document.id });
const rows = async (table: typeof document | typeof documentUpdate) => (await home.database.db.select({ many: count() }).from(table).where(eq(table === document ? document.id : documentUpdate.documentId, world.document.id)))[0]!.many;

beforeEach(async () => {
  house.setNow(now);
  world = await makeWorld(house);
});

describe("in the trash", () => {
  it("is out of lists, search, things and its page, and nobody writes, remarks or renames", async () => {
    const editor = await Editor.open(await as("other"), world.document.id);
    await trash();
    const other = await as("other");
    expect((await listGroupDocuments(other, world.groupId)).documents).toEqual([]);
    expect(await listMyDocuments(other)).toEqual([]);
    expect(await searchDocuments(other, { words: "begint", limit: 5 })).toEqual([]);
    expect(await findThings(other, [{ kind: "document", id: world.document.id }])).toEqual([]);
    const { id: documentId } = world.document;
    const refused = [
      readDocument(other, documentId),
      readSettings(other, documentId),
      pushUpdate(other, pushOf(world.document, editor.type(" Te laat."))),
      postComment(other, { id: randomUUID(), document: documentId, text: "Waar is hij?" }),
      renameDocument(other, { id: documentId, title: "Andere titel", licence: "CC BY 4.0", rev: world.document.rev }),
      nameRevision(other, { document: documentId, name: "Eerste" }),
    ];
    expect(await Promise.all(refused.map(codeOf))).toEqual(refused.map(() => "in_trash"));
    expect(await storedText(house, documentId)).not.toContain("Te laat");
    // Who finds it there is told where; who only reads has no way to it.
    const told = async (who: Who) => readDocument(await as(who), documentId).then(() => null, (error: AppError) => error.detail);
    expect([await told("other"), await told("reader"), await told("stranger")]).toEqual([{ values: { group: world.groupId } }, {}, { values: { group: world.groupId } }]);
    // Who may not know of the group hears nothing of its trash.
    expect(await codeOf(readDocument(await as("stranger"), documentId))).toBe("join_group");
    expect(await codeOf(readDocument(await as(null), documentId))).toBe("sign_in");
  });

  it("tells open pages once, and judges whoever has it open again", async () => {
    const first = await trash();
    expect(first.facts.map(({ type, stream, data }) => [type, stream, data])).toEqual([["document.trashed", groupStream(world.groupId), {}]]);
    expect((await trash()).facts).toEqual([]);
    const [gone] = await loadEntities(await as("other"), groupStream(world.groupId), [{ kind: "document", id: world.document.id }]);
    expect(gone).toMatchObject({ gone: "removed" });
    const back = await putBack("other");
    expect(back.facts.map(({ type }) => type)).toEqual(["document.put-back"]);
    expect((await putBack("other")).facts).toEqual([]);
    const [there] = await loadEntities(await as("other"), groupStream(world.groupId), [{ kind: "document", id: world.document.id }]);
    expect([there!.gone, there!["title"], there!.rev > gone!.rev]).toEqual([undefined, world.document.title, true]);
  });

  it("is put there by who began it and by who runs the group; by two at once, once", async () => {
    expect([await codeOf(trash("other")), await codeOf(trash("reader")), await codeOf(trash("stranger")), await codeOf(trash(null))]).toEqual(["forbidden", "forbidden", "join_group", "sign_in"]);
    expect(await codeOf(trash("writer", randomUUID()))).toBe("not_found");
    expect(await codeOf(trashDocument(await as("writer"), { document: "geen id" }))).toBe("invalid_input");
    expect((await readSettings(await as("other"), world.document.id)).may.trash).toBe("forbidden");
    const both = await Promise.all([trash("facilitator"), trash("writer")]);
    expect(both.flatMap(({ facts }) => facts)).toHaveLength(1);
    await home.database.db.update(document).set({ moderation: "hidden" }).where(eq(document.id, world.document.id));
    expect([await codeOf(trash("facilitator")), await codeOf(putBack("facilitator"))]).toEqual(["not_found", "not_found"]);
  });

  it("of who may not write in the group any more is not theirs to put away", async () => {
    await home.database.db.update(groupMembership).set({ mayWrite: false }).where(eq(groupMembership.personId, world.writer.id));
    expect(await codeOf(trash())).toBe("forbidden");
  });

  it("goes through the form of its page, to the trash of its group", async () => {
    expect(await actOnDocument(await as("writer"), world.document.id, { intent: "trash" })).toBe(`/groepen/${world.groupId}/prullenbak`);
  });
});

describe("the page of the trash", () => {
  it("says what lies there, by whom and until when, and who may put it back", async () => {
    await trash("facilitator");
    days(1);
    const mine = await makeDocument(home.database.db, { groupId: world.groupId, spaceId: world.spaceId, authorActor: world.other.actorId, title: "Een lijstje" });
    await trash("other", mine.id);
    const page = await readTrash(await as("writer"), { groupId: world.groupId, page: 1 });
    expect(page.texts.map(({ title, until, may }) => [title, until, may.putBack])).toEqual([
      ["Een lijstje", "2030-04-01T09:00:00.000Z", true],
      ["Samen de bus nemen", "2030-03-31T09:00:00.000Z", "forbidden"],
    ]);
    expect([page.days, page.texts[0]!.by?.name]).toEqual([30, "Jef"]);
    expect((await readTrash(await as("facilitator"), { groupId: world.groupId, page: 1 })).texts.map(({ may }) => may.putBack)).toEqual([true, true]);
    const refused = (["reader", "stranger", null] as const).map(async (who) => codeOf(readTrash(await as(who), { groupId: world.groupId, page: 1 })));
    expect(await Promise.all(refused)).toEqual(["forbidden", "join_group", "sign_in"]);
  });

  it("gives a text back as it was, with its words, remarks and versions", async () => {
    const writer = await as("writer");
    await pushUpdate(writer, pushOf(world.document, (await Editor.open(writer, world.document.id)).type(" En verder.")));
    await makeDocumentComment(home.database.db, { documentId: world.document.id, authorActor: world.other.actorId });
    const before = await readDocument(writer, world.document.id);
    await trash();
    expect(await codeOf(putBack("reader"))).toBe("forbidden");
    await putBack("other");
    const after = await readDocument(await as("writer"), world.document.id);
    expect([after.content, after.comments, after.document.title]).toEqual([before.content, before.comments, before.document.title]);
    await pushUpdate(await as("other"), pushOf(world.document, (await Editor.open(await as("other"), world.document.id)).type(" Weer verder.")));
    expect(await storedText(house, world.document.id)).toContain("En verder. Weer verder.");
  });

  it("gives nothing back after its term, also before the job came by", async () => {
    await trash();
    days(29);
    expect((await readTrash(await as("other"), { groupId: world.groupId, page: 1 })).texts[0]!.may.putBack).toBe(true);
    days(30);
    expect(await codeOf(putBack("facilitator"))).toBe("too_late");
  });
});

describe("after its term", () => {
  it("is deleted with all its rows, once, and not before", async () => {
    const writer = await as("writer");
    await pushUpdate(writer, pushOf(world.document, (await Editor.open(writer, world.document.id)).type(" Weg hiermee.")));
    await nameRevision(writer, { document: world.document.id, name: "Eerste" });
    await makeDocumentComment(home.database.db, { documentId: world.document.id, authorActor: world.other.actorId });
    await trash();
    days(29);
    await deleteTrashedDocuments(house);
    expect([await rows(document), await rows(documentUpdate)]).toEqual([1, 1]);
    days(30);
    expect(await deleteTrashedDocuments(house)).toBe(1);
    expect(await deleteTrashedDocuments(house)).toBe(0);
    for (const table of [documentUpdate, documentRevision, documentComment, documentWriter, documentClient]) expect(await home.database.db.select().from(table).where(eq(table.documentId, world.document.id))).toEqual([]);
    expect(await rows(document)).toBe(0);
    expect(await codeOf(readDocument(await as("writer"), world.document.id))).toBe("not_found");
    const [said] = await home.database.db.select().from(fact).where(eq(fact.type, "document.deleted"));
    expect([said!.stream, said!.objectId, said!.data, said!.actorId]).toEqual([groupStream(world.groupId), world.document.id, { editions: 0 }, null]);
    const [gone] = await loadEntities(await as("other"), groupStream(world.groupId), [{ kind: "document", id: world.document.id }]);
    expect(gone).toMatchObject({ gone: "removed" });
  });

  it("stays when it was put back, when moderation put it out, and while a case about it or a remark of it is open", async () => {
    const { db } = home.database;
    await trash();
    await db.update(document).set({ moderation: "hidden" }).where(eq(document.id, world.document.id));
    days(40);
    expect(await deleteTrashedDocuments(house)).toBe(0);
    await db.update(document).set({ moderation: "visible" }).where(eq(document.id, world.document.id));
    const remark = await makeDocumentComment(db, { documentId: world.document.id, authorActor: world.other.actorId });
    const evidence = { text: "Iets", shownName: "Jef" };
    const [open] = await db.insert(moderationCase).values({ spaceId: world.spaceId, groupId: world.groupId, subjectKind: "comment", subjectId: remark.id, evidence }).returning();
    expect(await deleteTrashedDocuments(house)).toBe(0);
    await db.update(moderationCase).set({ state: "closed" }).where(eq(moderationCase.id, open!.id));
    await db.update(document).set({ trashedAt: null }).where(eq(document.id, world.document.id));
    expect(await deleteTrashedDocuments(house)).toBe(0);
    expect(await rows(document)).toBe(1);
  });

  it("leaves its editions at their address until they are withdrawn, and nothing else of its words", async () => {
    const edition = await makeEdition(home.database.db, { document: world.document });
    const writer = await as("writer");
    await pushUpdate(writer, pushOf(world.document, (await Editor.open(writer, world.document.id)).type(" Nooit gedrukt.")));
    await trash();
    const shown = (await readEdition(await as(null), { slug: edition.slug })) as EditionPage;
    days(31);
    expect(await deleteTrashedDocuments(house)).toBe(1);
    expect(await deleteTrashedDocuments(house)).toBe(0);
    expect(((await readEdition(await as(null), { slug: edition.slug })) as EditionPage).edition).toEqual(shown.edition);
    const [left] = await home.database.db.select().from(document).where(eq(document.id, world.document.id));
    expect([left!.plainText, left!.bytes, await rows(documentUpdate), await storedText(house, world.document.id)]).toEqual(["", 2, 0, ""]);
    expect((await readTrash(await as("writer"), { groupId: world.groupId, page: 1 })).texts).toEqual([]);
    const [listed] = (await readTrash(await as("facilitator"), { groupId: world.groupId, page: 1 })).texts;
    expect(listed).toMatchObject({ emptied: true, editions: `/teksten/${world.document.id}/openbaar` });
    const page = await readPublication(await as("facilitator"), world.document.id);
    expect([page.may.publish, page.editions.map(({ number }) => number)]).toEqual(["in_trash", [1]]);
    await withdrawEdition(await as("facilitator"), { edition: edition.id, reason: "Het klopt niet meer." });
    days(60);
    expect(await deleteTrashedDocuments(house)).toBe(0);
    expect(await readEdition(await as(null), { slug: edition.slug })).toMatchObject({ withdrawn: { reason: "Het klopt niet meer." } });
    days(62);
    expect(await deleteTrashedDocuments(house)).toBe(1);
    expect(await codeOf(readEdition(await as(null), { slug: edition.slug }))).toBe("not_found");
  });
});

it("is deleted by the house alone", async () => {
  await trash();
  days(31);
  expect(await codeOf(deleteTrashed(await as("facilitator"), { document: world.document.id }))).toBe("forbidden");
  expect(await codeOf(deleteTrashed(ctxOfHouse(house), { document: world.document.id }))).toBe("ok");
});
