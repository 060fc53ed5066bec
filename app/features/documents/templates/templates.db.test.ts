import { eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { contentOfLines, makeDocument, type MadeDocument } from "#db/factories/make-document";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { document, documentTemplate, group, space } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { groupStream } from "~/features/groups/index.server";
import { limits } from "~/platform/limits";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { plainTextOf } from "../content";
import { actOnDocument, createDocument, deleteTrashedDocuments, makeTemplate, pushUpdate, readCreateForm, readDocument, readSettings, takeBackTemplate, trashDocument } from "../index.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";

const home = useDatabase();
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
/** A group of the leerplek that everyone reads, with a text in it; the world's own group is closed. */
let open: { id: string };
let shared: MadeDocument;
type Who = "writer" | "other" | "reader" | "facilitator" | "stranger";
const as = (who: Who | null) => ctxFor(house, who && world[who].id);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const make = async (who: Who | null, id = shared.id) => makeTemplate.withFacts(await as(who), { document: id });
const takeBack = async (who: Who | null, id = shared.id) => takeBackTemplate.withFacts(await as(who), { document: id });
const begin = async (who: Who, template: string, given: Record<string, unknown> = {}) => createDocument(await as(who), { id: randomUUID(), groupId: open.id, title: "Een nieuwe tekst", template, ...given });
const wordsOf = async (id: string) => plainTextOf((await readDocument(await as("facilitator"), id)).content);
const offered = async (who: Who, groupId = open.id) => (await readCreateForm(await as(who), { groupId })).templates;

beforeEach(async () => {
  house.setNow(new Date("2030-03-01T09:00:00Z"));
  world = await makeWorld(house);
  const { db } = home.database;
  open = await makeGroup(db, { spaceId: world.spaceId });
  await makeGroupMembership(db, { group: { ...open, spaceId: world.spaceId }, personId: world.writer.id });
  shared = await makeDocument(db, { groupId: open.id, spaceId: world.spaceId, authorActor: world.writer.actorId, title: "Buurtwandeling", content: contentOfLines("Waar spreken we af?", "Wie gaat mee?") });
});

describe("making a template", () => {
  it("keeps what the text says at that moment, for everyone who begins a text in the leerplek", async () => {
    const { facts } = await make("facilitator");
    expect(facts.map(({ type, stream, objectId, data }) => [type, stream, objectId, data])).toEqual([["document.template-made", groupStream(open.id), shared.id, {}]]);
    const editor = await Editor.open(await as("writer"), shared.id);
    await pushUpdate(await as("writer"), pushOf(shared, editor.type(" Aan de kerk.")));
    expect(await offered("writer", world.groupId)).toEqual([{ id: shared.id, title: "Buurtwandeling", licence: "CC BY 4.0", onlyIn: null }]);
    const { id } = await begin("writer", shared.id, { text: "Om 9 uur." });
    expect(await wordsOf(id)).toBe("Waar spreken we af?\nWie gaat mee?\nOm 9 uur.");
    await make("facilitator");
    expect(await wordsOf((await begin("writer", shared.id)).id)).toBe("Waar spreken we af? Aan de kerk.\nWie gaat mee?");
    expect(await wordsOf(id)).toBe("Waar spreken we af?\nWie gaat mee?\nOm 9 uur.");
  });

  it("says so once when it is sent twice or by two at once, and again only when the text says something else", async () => {
    const both = await Promise.all([make("facilitator"), make("facilitator")]);
    expect(both.flatMap(({ facts }) => facts)).toHaveLength(1);
    const since = (await readSettings(await as("facilitator"), shared.id)).template;
    house.setNow(new Date("2030-03-02T09:00:00Z"));
    expect((await make("facilitator")).facts).toEqual([]);
    expect((await readSettings(await as("facilitator"), shared.id)).template).toBe(since);
    await home.database.db.update(document).set({ title: "Wandeling" }).where(eq(document.id, shared.id));
    expect((await make("facilitator")).facts).toHaveLength(1);
    expect((await offered("writer"))[0]!.title).toBe("Wandeling");
  });

  it("is for who runs the group, of a text that is there", async () => {
    const refused = (["writer", "stranger", null] as const).map((who) => codeOf(make(who)));
    expect(await Promise.all(refused)).toEqual(["forbidden", "forbidden", "sign_in"]);
    expect(await codeOf(make("stranger", world.document.id))).toBe("join_group");
    expect([await codeOf(make("facilitator", randomUUID())), await codeOf(makeTemplate(await as("facilitator"), { document: "geen id" }))]).toEqual(["not_found", "invalid_input"]);
    expect(await codeOf(takeBack("writer"))).toBe("forbidden");
    expect((await readSettings(await as("writer"), shared.id)).may.keepTemplate).toBe("forbidden");
    await trashDocument(await as("writer"), { document: shared.id });
    expect([await codeOf(make("facilitator")), await codeOf(takeBack("facilitator"))]).toEqual(["in_trash", "in_trash"]);
    expect(await home.database.db.select().from(documentTemplate)).toEqual([]);
  });

  it("stops at as many as a list can show, and lets those that are there be renewed", async () => {
    const { db } = home.database;
    for (let many = 0; many < limits.templatesInSpace; many += 1) {
      const { id, title, licence, content } = await makeDocument(db, { groupId: open.id, spaceId: world.spaceId, authorActor: world.writer.actorId, title: `Sjabloon ${many}` });
      await db.insert(documentTemplate).values({ documentId: id, title: `${title}!`, licence, content });
    }
    expect(await codeOf(make("facilitator"))).toBe("too_many_templates");
    const [one] = await db.select().from(documentTemplate).limit(1);
    expect((await make("facilitator", one!.documentId)).facts).toHaveLength(1);
  });

  it("goes by the plain forms of the page of its settings", async () => {
    const ctx = await as("facilitator");
    expect(await actOnDocument(ctx, shared.id, { intent: "make-template" })).toBe(`/teksten/${shared.id}/aanpassen`);
    expect((await readSettings(ctx, shared.id)).template).toBe("2030-03-01T09:00:00.000Z");
    expect(await actOnDocument(ctx, shared.id, { intent: "take-back-template" })).toBe(`/teksten/${shared.id}/aanpassen`);
    expect((await readSettings(ctx, shared.id)).template).toBeNull();
    expect((await takeBack("facilitator")).facts).toEqual([]);
  });
});

describe("beginning with one", () => {
  it("chooses the one that was asked for, where it may be used", async () => {
    await make("facilitator");
    const form = async (asked: string | null) => (await readCreateForm(await as("writer"), { groupId: open.id }, asked)).template;
    expect([await form(shared.id), await form(randomUUID()), await form("'"), await form(null)]).toEqual([shared.id, "empty", "empty", "empty"]);
  });

  it("of a closed group begins a text in that group alone: nobody else gets to read it", async () => {
    await make("facilitator", world.document.id);
    const [{ name }] = (await home.database.db.select({ name: group.name }).from(group).where(eq(group.id, world.groupId))) as [{ name: string }];
    expect((await offered("writer", world.groupId)).map(({ id, onlyIn }) => [id, onlyIn])).toEqual([[world.document.id, name]]);
    expect(await offered("writer")).toEqual([]);
    expect(await codeOf(begin("writer", world.document.id))).toBe("wider_audience");
    expect(await wordsOf((await begin("writer", world.document.id, { groupId: world.groupId })).id)).toBe("Zo begint het.");
    await makeGroupMembership(home.database.db, { group: { ...open, spaceId: world.spaceId }, personId: world.stranger.id });
    expect(await codeOf(begin("stranger", world.document.id))).toBe("join_group");
  });

  it("is not offered and begins nothing while its text is hidden or in the trash, after it was taken back, or in another leerplek", async () => {
    await make("facilitator");
    const { db } = home.database;
    const refused = async () => [await offered("writer"), await codeOf(begin("writer", shared.id))];
    await db.update(document).set({ moderation: "hidden" }).where(eq(document.id, shared.id));
    expect(await refused()).toEqual([[], "not_found"]);
    await db.update(document).set({ moderation: "visible", trashedAt: house.now() }).where(eq(document.id, shared.id));
    expect(await refused()).toEqual([[], "in_trash"]);
    await db.update(document).set({ trashedAt: null }).where(eq(document.id, shared.id));
    const elsewhere = await makeGroup(db);
    await makeGroupMembership(db, { group: elsewhere, personId: world.writer.id });
    await db.update(space).set({ visibility: "public" }).where(eq(space.id, world.spaceId));
    expect(await codeOf(begin("writer", shared.id, { groupId: elsewhere.id }))).toBe("not_found");
    await takeBack("facilitator");
    expect(await refused()).toEqual([[], "not_found"]);
    expect(await codeOf(begin("writer", world.document.id))).not.toBe("ok");
  });

  it("keeps to its licence and says what it was made from", async () => {
    const origin = randomUUID();
    await home.database.db.update(document).set({ licence: "CC BY-SA 4.0", originEditionId: origin, audience: "youth", minutes: 30 }).where(eq(document.id, shared.id));
    await make("facilitator");
    await expect(begin("writer", shared.id)).rejects.toMatchObject({ code: "invalid_input", detail: { fields: { licence: "not_valid" } } });
    const { id } = await begin("writer", shared.id, { licence: "CC BY-SA 4.0" });
    const [row] = await home.database.db.select().from(document).where(eq(document.id, id));
    expect(row).toMatchObject({ originEditionId: origin, audience: "youth", minutes: 30, licence: "CC BY-SA 4.0" });
  });

  it("leads to the text that its template was made of, by the title of now, for who may read that text", async () => {
    await make("facilitator", world.document.id);
    const { id } = await begin("writer", world.document.id, { groupId: world.groupId });
    const source = async (who: Who) => (await readDocument(await as(who), id)).template;
    await home.database.db.update(document).set({ title: "De nieuwe titel" }).where(eq(document.id, world.document.id));
    expect(await source("reader")).toEqual({ title: "De nieuwe titel", href: `/teksten/${world.document.id}` });
    await takeBack("facilitator", world.document.id);
    expect((await source("reader"))!.title).toBe("De nieuwe titel");
    await home.database.db.update(document).set({ moderation: "hidden" }).where(eq(document.id, world.document.id));
    expect(await source("reader")).toBe(null);
    const cellar = await makeGroup(home.database.db, { visibility: "members", joining: "request", spaceId: world.spaceId });
    await home.database.db.update(document).set({ moderation: "visible", groupId: cellar.id }).where(eq(document.id, world.document.id));
    expect(await source("reader")).toBe(null);
    expect((await readDocument(await as("writer"), (await begin("writer", "meeting")).id)).template).toBe(null);
  });

  it("brings neither the names of people nor pictures", async () => {
    const person = randomUUID();
    const paragraph = { type: "paragraph", content: [{ type: "text", text: "Bel " }, { type: "mention", attrs: { person } }] };
    const image = { type: "image", attrs: { picture: randomUUID(), alt: "De kerk" } };
    const named = await makeDocument(home.database.db, { groupId: open.id, spaceId: world.spaceId, schemaVersion: 2, content: { type: "doc", content: [paragraph, image] } });
    await make("facilitator", named.id);
    const { content } = await readDocument(await as("writer"), (await begin("writer", named.id)).id);
    expect(JSON.stringify(content)).not.toContain(person);
    expect(content.content!.map(({ type }) => type)).toEqual(["paragraph"]);
    expect(plainTextOf(content)).toBe("Bel @…");
  });

  it.each(["meeting", "tryout", "lesson", "notes"])("with %s of the product brings its blocks", async (template) => {
    const { id } = await begin("writer", template);
    const [row] = await home.database.db.select().from(document).where(eq(document.id, id));
    expect([row!.schemaVersion, (await wordsOf(id)).length > 100]).toEqual([2, true]);
  });
});

it("is deleted with the words of its text when the term of the trash is over", async () => {
  await make("facilitator");
  await trashDocument(await as("writer"), { document: shared.id });
  house.setNow(new Date(house.now().getTime() + (limits.documentTrash + 1) * 1_000));
  expect(await deleteTrashedDocuments(house)).toBe(1);
  expect(await home.database.db.select().from(documentTemplate)).toEqual([]);
});
