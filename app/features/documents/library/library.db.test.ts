import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { makeDocument, makeEdition } from "#db/factories/make-document";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { documentEdition, documentEditionRead, space } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { collectDownload } from "~/features/accounts/index.server";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { announcePublication, compareEditions, createDocument, listMaterial, publishEdition, readDocument, readEdition, readReuse, readSettings, renameDocument, withdrawEdition, type EditionPage } from "../index.server";
import { useWritingHouse } from "../test/writing-house";
import { makeWorld, type World } from "../test/writing-world";
import { filterOf, libraryAddress, licencesAfter } from "./choices";

const home = useDatabase();
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
const as = (who: "writer" | "reader" | "facilitator" | "stranger") => ctxFor(house, world[who].id);
const anyone = () => ctxFor(house, null);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const lines = (...texts: string[]) => ({ type: "doc", content: texts.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })) });

beforeEach(async () => {
  house.setNow(new Date("2030-03-01T09:00:00Z"));
  world = await makeWorld(house);
});

async function published(given: Partial<Parameters<typeof makeEdition>[1]> & { texts?: string[] } = {}) {
  const { texts = ["Neem de bus."], ...rest } = given;
  const document = rest.document ?? (await makeDocument(home.database.db, { groupId: world.groupId, spaceId: world.spaceId, content: lines(...texts) }));
  return makeEdition(home.database.db, { ...rest, document });
}

describe("the library", () => {
  it("finds by leerplek, theme, for whom, how long and language, and keeps all of it in the address", async () => {
    const long = await published({ slug: "lang", audience: "helpers", minutes: 90, language: "fr" });
    await published({ slug: "kort", audience: "youth", minutes: 15 });
    await published({ slug: "zonder" });
    const [its] = await home.database.db.select().from(space).where(eq(space.id, long.spaceId));
    const found = async (query: string) => (await listMaterial(await anyone(), { ...filterOf(new URLSearchParams(query)), page: 1 })).material.map(({ href }) => href.split("/").at(-1)).sort();
    expect(await found("")).toEqual(["kort", "lang", "zonder"]);
    expect(await found("duur=short")).toEqual(["kort"]);
    expect(await found("duur=hour")).toEqual([]);
    expect(await found("duur=long&taal=fr&voor=helpers")).toEqual(["lang"]);
    expect(await found("voor=everyone")).toEqual(["zonder"]);
    expect(await found(`thema=${its!.themeKey}&leerplek=${its!.slug}&woorden=bus`)).toEqual(["kort", "lang", "zonder"]);
    expect(await found("thema=bestaat-niet")).toEqual([]);
    expect(await found("voor=%27%3B--&duur=x&taal=__proto__")).toEqual(["kort", "lang", "zonder"]);
    expect(await codeOf(listMaterial(await anyone(), { space: "bestaat-niet", page: 1 }))).toBe("not_found");
    const query = "woorden=bus&thema=a&voor=youth&duur=short&taal=fr&leerplek=b&pagina=3";
    expect(libraryAddress(filterOf(new URLSearchParams(query)), 3)).toBe(`/leermateriaal?${query}`);
  });

  it("takes for whom, how long and language from the settings of the text when it is published", async () => {
    const ctx = await as("facilitator");
    const { id } = await createDocument(ctx, { id: crypto.randomUUID(), groupId: world.groupId, title: "De bus", text: "Neem de bus." });
    const change = { id, title: "De bus", licence: "CC BY 4.0", rev: "1", audience: "youth", minutes: "45", language: "en" };
    for (const wrong of [{ audience: "cats" }, { minutes: "0" }, { minutes: "1e9" }, { language: "xx" }]) expect(await codeOf(renameDocument(ctx, { ...change, ...wrong }))).toBe("invalid_input");
    await renameDocument(ctx, change);
    expect((await readSettings(ctx, id)).document).toMatchObject({ audience: "youth", minutes: 45, language: "en" });
    await announcePublication(ctx, { document: id });
    const { slug } = await publishEdition(ctx, { document: id });
    expect(((await readEdition(await anyone(), { slug })) as EditionPage).edition).toMatchObject({ audience: "youth", minutes: 45, language: "en" });
    await renameDocument(ctx, { ...change, minutes: "", rev: "2" });
    expect((await readSettings(ctx, id)).document).toMatchObject({ minutes: null, audience: "youth" });
    expect(((await readEdition(await anyone(), { slug })) as EditionPage).edition.minutes).toBe(45);
  });
});

describe("using it elsewhere", () => {
  it.each([["CC BY 4.0", ["CC BY 4.0", "CC BY-SA 4.0"]], ["CC BY-SA 4.0", ["CC BY-SA 4.0"]], ["CC0 1.0", ["CC BY 4.0", "CC BY-SA 4.0", "CC0 1.0"]]])("what was under %s may stand under %j", (licence, after) => expect(licencesAfter(licence)).toEqual(after));

  it("begins a text in another leerplek with the same words, says where they come from, and keeps to the licence", async () => {
    const edition = await published({ slug: "bus", title: "Samen de bus nemen", licence: "CC BY-SA 4.0", authors: ["Noor"], texts: ["Neem de bus.", "Stap af."] });
    const there = await makeGroup(home.database.db, { visibility: "members" });
    await makeGroupMembership(home.database.db, { group: there, personId: world.stranger.id });
    expect(await codeOf(readReuse(await anyone(), { slug: "bus" }))).toBe("sign_in");
    const form = await readReuse(await as("stranger"), { slug: "bus" });
    expect(form.groups.map(({ id }) => id)).toEqual([there.id]);
    const asked = { id: form.newId, groupId: there.id, title: "Onze bus", fromEdition: edition.id, licence: form.edition.licence };
    expect(await codeOf(createDocument(await as("stranger"), { ...asked, licence: "CC0 1.0" }))).toBe("invalid_input");
    expect(await codeOf(createDocument(await as("writer"), asked))).not.toBe("ok");
    await createDocument(await as("stranger"), asked);
    expect(await createDocument(await as("stranger"), asked)).toEqual({ id: asked.id });
    const page = await readDocument(await as("stranger"), asked.id);
    expect(page.origin).toMatchObject({ title: "Samen de bus nemen", number: 1, href: "/leermateriaal/bus/1", licence: "CC BY-SA 4.0", authors: ["Noor"] });
    expect(page.content).toEqual({ type: "doc", content: expect.arrayContaining([{ type: "paragraph", content: [{ type: "text", text: "Stap af." }] }]) as unknown });
    const change = { id: asked.id, title: "Onze bus", rev: "1" };
    expect(await codeOf(renameDocument(await as("stranger"), { ...change, licence: "CC BY 4.0" }))).toBe("invalid_input");
    expect(await codeOf(renameDocument(await as("stranger"), { ...change, licence: "CC BY-SA 4.0", audience: "youth" }))).toBe("ok");
    expect((await readSettings(await as("stranger"), asked.id)).licences).toEqual({ licences: ["CC BY-SA 4.0"], because: "CC BY-SA 4.0" });
  });

  it("carries the origin on to the editions, and begins nothing with what was withdrawn or never there", async () => {
    const edition = await published({ slug: "bus" });
    const ctx = await as("facilitator");
    const { id } = await createDocument(ctx, { id: crypto.randomUUID(), groupId: world.groupId, title: "Nog eens", fromEdition: edition.id });
    await announcePublication(ctx, { document: id });
    const { slug } = await publishEdition(ctx, { document: id });
    expect(((await readEdition(await anyone(), { slug })) as EditionPage).origin).toMatchObject({ href: "/leermateriaal/bus/1" });
    await withdrawEdition(ctx, { edition: edition.id, reason: "Een fout" });
    for (const fromEdition of [edition.id, crypto.randomUUID()]) expect(await codeOf(createDocument(ctx, { id: crypto.randomUUID(), groupId: world.groupId, title: "Nog eens", fromEdition }))).toBe("not_found");
    expect(await codeOf(readReuse(ctx, { slug: "bus" }))).toBe("not_found");
  });
});

describe("what changed", () => {
  it("is shown between two editions, the older first, and never of one that was withdrawn", async () => {
    const document = await makeDocument(home.database.db, { groupId: world.groupId, spaceId: world.spaceId, content: lines("Neem de bus.") });
    await published({ slug: "bus", number: 1, document });
    const second = await published({ slug: "bus", number: 2, document });
    await home.database.db.update(documentEdition).set({ content: lines("Neem de trein.") }).where(eq(documentEdition.id, second.id));
    expect(await compareEditions(await anyone(), { slug: "bus", from: 2, to: 1 })).toMatchObject({ from: 1, to: 2, comparison: { added: 1, removed: 1 } });
    for (const [from, to] of [[1, 1], [1, 3]] as const) expect(await codeOf(compareEditions(await anyone(), { slug: "bus", from, to }))).toBe("not_found");
    await withdrawEdition(await as("facilitator"), { edition: second.id, reason: "Een fout" });
    expect(await codeOf(compareEditions(await anyone(), { slug: "bus", from: 1, to: 2 }))).toBe("not_found");
  });

  it("is offered to who is signed in and read an earlier edition; who has no account is not kept", async () => {
    const document = await makeDocument(home.database.db, { groupId: world.groupId, spaceId: world.spaceId });
    await published({ slug: "bus", number: 1, document });
    const lastRead = async (who: "reader" | null, number?: number) => ((await readEdition(who ? await as(who) : await anyone(), { slug: "bus", ...(number ? { number } : {}) })) as EditionPage).lastRead;
    const kept = () => home.database.db.select({ personId: documentEditionRead.personId, number: documentEditionRead.number }).from(documentEditionRead);
    expect(await lastRead(null)).toBeNull();
    expect(await lastRead("reader")).toBeNull();
    await vi.waitFor(async () => expect(await kept()).toEqual([{ personId: world.reader.id, number: 1 }]));
    await published({ slug: "bus", number: 2, document });
    expect(await lastRead("reader")).toBe(1);
    await vi.waitFor(async () => expect(await kept()).toEqual([{ personId: world.reader.id, number: 2 }]));
    expect(await lastRead("reader")).toBeNull();
    expect(await lastRead("reader", 1)).toBeNull();
    expect(await kept()).toEqual([{ personId: world.reader.id, number: 2 }]);
    expect(JSON.stringify(await collectDownload(await as("reader")))).toContain("learningMaterialRead");
  });
});
