import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { makeEdition } from "#db/factories/make-document";
import { documentEdition, documentPublication, fact, person } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { describeErasure, eraseAccount, hashPassword } from "~/features/accounts/index.server";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import {
  announcePublication,
  answerNaming,
  cancelPublication,
  createDocument,
  listMaterial,
  publishEdition,
  pushUpdate,
  readDocument,
  readEdition,
  readPublication,
  searchDocuments,
  withdrawEdition,
  writersOf,
  type EditionPage,
} from "../index.server";
import { slugOf } from "./slug";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";

const home = useDatabase();
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
let clock: Date;
const hours = (count: number) => house.setNow((clock = new Date(clock.getTime() + count * 3_600_000)));
const as = (who: "writer" | "other" | "reader" | "facilitator" | "stranger") => ctxFor(house, world[who].id);
const anyone = () => ctxFor(house, null);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const text = () => ({ document: world.document.id });

beforeEach(async () => {
  clock = new Date("2030-03-01T09:00:00Z");
  house.setNow(clock);
  world = await makeWorld(house);
});

async function writeAlong(who: "writer" | "other"): Promise<void> {
  const ctx = await as(who);
  await pushUpdate(ctx, pushOf(world.document, (await Editor.open(ctx, world.document.id)).type(` Van ${who}.`)));
}

async function publishAll(): Promise<{ slug: string; number: number }> {
  await announcePublication(await as("facilitator"), text());
  hours(24);
  return publishEdition(await as("facilitator"), text());
}

describe("telling first", () => {
  it("tells everyone who wrote along, a day before; also who began to write after the announcement", async () => {
    await writeAlong("other");
    expect(new Set(await writersOf(await as("facilitator"), world.document.id))).toEqual(new Set([world.writer.actorId, world.other.actorId]));
    expect(await codeOf(publishEdition(await as("facilitator"), text()))).toBe("announce_first");
    expect(await announcePublication(await as("facilitator"), text())).toMatchObject({ publishFrom: new Date("2030-03-02T09:00:00Z") });
    const [announced] = await house.database.db.select().from(fact).where(eq(fact.type, "document.publication-announced"));
    expect(announced).toMatchObject({ stream: `group:${world.groupId}`, objectId: world.document.id, role: "facilitator" });
    expect((await readDocument(await as("other"), world.document.id)).naming).toEqual({ agreed: null });
    expect((await readDocument(await as("reader"), world.document.id)).naming).toBeNull();
    expect(await codeOf(publishEdition(await as("facilitator"), text()))).toBe("too_soon");
    expect(await codeOf(announcePublication(await as("facilitator"), text()))).toBe("already_done");

    hours(23);
    const ctx = await as("facilitator");
    await pushUpdate(ctx, pushOf(world.document, (await Editor.open(ctx, world.document.id)).type(" Van de begeleider.")));
    hours(2);
    expect(await codeOf(publishEdition(await as("facilitator"), text()))).toBe("announce_first");
    await announcePublication(await as("facilitator"), text());
    expect(await codeOf(publishEdition(await as("facilitator"), text()))).toBe("too_soon");
    hours(24);
    expect(await codeOf(publishEdition(await as("facilitator"), text()))).toBe("ok");
    expect(await house.database.db.select({ state: documentPublication.state }).from(documentPublication)).toEqual([{ state: "published" }]);
  });

  it("needs no term where nobody else wrote", async () => {
    const ctx = await as("facilitator");
    const { id } = await createDocument(ctx, { id: crypto.randomUUID(), groupId: world.groupId, title: "Van mij alleen", text: "Ik schreef dit zelf." });
    expect(await codeOf(publishEdition(ctx, { document: id }))).toBe("announce_first");
    await announcePublication(ctx, { document: id });
    expect((await readPublication(ctx, id)).announced).toEqual({ publishFrom: house.now().toISOString(), ready: true });
    expect(await publishEdition(ctx, { document: id })).toMatchObject({ slug: "van-mij-alleen", number: 1 });
  });

  it("is for those who run the group, and can be called off", async () => {
    for (const who of ["writer", "reader"] as const) for (const action of [announcePublication, cancelPublication, publishEdition]) expect(await codeOf(action(await as(who), text()))).toBe("forbidden");
    expect(await codeOf(readPublication(await as("writer"), world.document.id))).toBe("forbidden");
    expect(await codeOf(announcePublication(await as("stranger"), text()))).toBe("join_group");
    expect(await codeOf(cancelPublication(await as("facilitator"), text()))).toBe("already_done");
    await announcePublication(await as("facilitator"), text());
    await cancelPublication(await as("facilitator"), text());
    hours(30);
    expect(await codeOf(publishEdition(await as("facilitator"), text()))).toBe("announce_first");
    expect((await readDocument(await as("writer"), world.document.id)).naming).toBeNull();
  });
});

describe("names", () => {
  it("says 'the group' unless somebody agreed, names whoever did, and follows when they change their mind", async () => {
    await writeAlong("other");
    await announcePublication(await as("facilitator"), text());
    expect(await codeOf(answerNaming(await as("reader"), { ...text(), agreed: "true" }))).toBe("not_found");
    await answerNaming(await as("writer"), { ...text(), agreed: "true" });
    await answerNaming(await as("other"), { ...text(), agreed: "false" });
    hours(24);
    const { slug } = await publishEdition(await as("facilitator"), text());
    const shown = async () => ((await readEdition(await anyone(), { slug })) as EditionPage).edition;
    expect(await shown()).toMatchObject({ authors: ["Noor"], unnamed: 1 });
    await answerNaming(await as("other"), { ...text(), agreed: "true" });
    expect(await shown()).toMatchObject({ authors: ["Jef", "Noor"], unnamed: 0 });
    await answerNaming(await as("writer"), { ...text(), agreed: "false" });
    expect(await shown()).toMatchObject({ authors: ["Jef"], unnamed: 1 });
    const changed = await house.database.db.select().from(fact).where(eq(fact.type, "document.edition-changed"));
    expect(changed.map(({ stream, actorId }) => [stream, actorId])).toEqual([[`space:${world.spaceId}`, null], [`space:${world.spaceId}`, null]]);
  });

  it("takes the name from editions when the account is erased; the text stays", async () => {
    await writeAlong("other");
    await announcePublication(await as("facilitator"), text());
    await answerNaming(await as("other"), { ...text(), agreed: "true" });
    hours(24);
    const { slug } = await publishEdition(await as("facilitator"), text());
    await house.database.db.update(person).set({ passwordHash: await hashPassword("goed wachtwoord") }).where(eq(person.id, world.other.id));
    const { lines } = await describeErasure(await as("other"));
    expect(lines.map(({ what, count, fate }) => [what, count, fate])).toEqual(expect.arrayContaining([["Teksten van groepen waaraan je meeschreef", 1, "stays"], ["Leermateriaal met je naam erbij", 1, "goes"]]));
    await eraseAccount(await as("other"), { currentPassword: "goed wachtwoord", words: "remove" });
    const page = (await readEdition(await anyone(), { slug })) as EditionPage;
    expect(page.edition.authors).toEqual([]);
    expect(JSON.stringify(page.edition.content)).toContain("Van other.");
    expect(JSON.stringify(await house.database.db.select().from(documentEdition))).not.toContain("Jef");
    expect((await readDocument(await as("writer"), world.document.id)).writers.map(({ name }) => name)).toEqual(["Noor"]);
  });
});

describe("an edition", () => {
  it("is frozen at a readable address for everyone, and numbered; the address shows the newest", async () => {
    const { slug, number } = await publishAll();
    expect([slug, number]).toEqual(["samen-de-bus-nemen", 1]);
    await writeAlong("writer");
    const first = (await readEdition(await anyone(), { slug })) as EditionPage;
    expect(JSON.stringify(first.edition.content)).not.toContain("Van writer.");
    expect(first).toMatchObject({ edition: { number: 1, licence: "CC BY 4.0", authors: [], unnamed: 1 }, newest: null, address: `http://127.0.0.1:3000/leermateriaal/${slug}` });
    expect(first.qr.size).toBeGreaterThan(20);
    expect(await publishAll()).toMatchObject({ slug, number: 2 });
    expect(JSON.stringify(((await readEdition(await anyone(), { slug })) as EditionPage).edition.content)).toContain("Van writer.");
    expect(await readEdition(await anyone(), { slug, number: 1 })).toMatchObject({ edition: { number: 1 }, newest: { number: 2, href: `/leermateriaal/${slug}` } });
    expect(await codeOf(readEdition(await anyone(), { slug, number: 3 }))).toBe("not_found");
    expect(await codeOf(readEdition(await anyone(), { slug: "bestaat-niet" }))).toBe("not_found");
    const types = (await house.database.db.select().from(fact)).map(({ type, stream }) => `${type} ${stream?.split(":")[0]}`);
    expect(types).toEqual(expect.arrayContaining(["document.published group", "document.edition-appeared space"]));
  });

  it("gives a text of the same name an address of its own", async () => {
    await publishAll();
    world = await makeWorld(house);
    expect(await publishAll()).toMatchObject({ slug: "samen-de-bus-nemen-2", number: 1 });
  });

  it("depends on its leerplek, so that a kept page is made anew when something changes", async () => {
    const { slug } = await publishAll();
    const ctx = await anyone();
    await readEdition(ctx, { slug });
    const at = ctx.dependsOn.get(`space:${world.spaceId}`)!;
    await withdrawEdition(await as("facilitator"), { edition: (await readPublication(await as("facilitator"), world.document.id)).editions[0]!.id, reason: "Er stond een fout in." });
    const later = await anyone();
    expect(await readEdition(later, { slug })).toEqual({ withdrawn: { title: "Samen de bus nemen", reason: "Er stond een fout in.", at: house.now().toISOString() }, space: expect.any(Object) as object });
    expect(later.dependsOn.get(`space:${world.spaceId}`)).toBeGreaterThan(at);
    expect(await listMaterial(await anyone(), { page: 1 })).toMatchObject({ material: [] });
    expect(await searchDocuments(await anyone(), { words: "begint", limit: 5 })).toEqual([]);
  });

  it("is withdrawn once, with a reason, by those who run the group; the one before it then shows again", async () => {
    const { slug } = await publishAll();
    await publishAll();
    const [second] = (await readPublication(await as("facilitator"), world.document.id)).editions;
    const withdraw = { edition: second!.id, reason: "Verouderd" };
    expect(await codeOf(withdrawEdition(await as("writer"), withdraw))).toBe("forbidden");
    expect(await codeOf(withdrawEdition(await as("facilitator"), { ...withdraw, reason: "" }))).toBe("invalid_input");
    expect(await codeOf(withdrawEdition(await as("facilitator"), withdraw))).toBe("ok");
    expect(await codeOf(withdrawEdition(await as("facilitator"), withdraw))).toBe("already_done");
    expect(await readEdition(await anyone(), { slug })).toMatchObject({ edition: { number: 1 } });
    expect((await listMaterial(await anyone(), { page: 1 })).material.map(({ href }) => href)).toEqual([`/leermateriaal/${slug}`]);
  });

  it("is found by its words by everyone, newest edition only", async () => {
    for (const [number, plainText] of [[1, "oude fietspomp"], [2, "nieuwe fietspomp"]] as const) {
      await makeEdition(house.database.db, { document: { ...world.document, plainText }, number, slug: "fietspomp" });
    }
    expect((await searchDocuments(await anyone(), { words: "fietspompen", limit: 5 })).map(({ kind, href, text: found }) => [kind, href, found])).toEqual([["material", "/leermateriaal/fietspomp", "nieuwe fietspomp"]]);
    expect((await listMaterial(await anyone(), { words: "nieuw", page: 1 })).material).toHaveLength(1);
    expect((await listMaterial(await anyone(), { words: "oude", page: 1 })).material).toHaveLength(0);
  });
});

it.each([
  ["Samen één busuurregeling lezen!", "samen-een-busuurregeling-lezen"],
  ["  --Ça va? ", "ca-va"],
  ["日本", "tekst"],
  ["a".repeat(80), "a".repeat(60)],
  [`${"woord ".repeat(20)}`, "woord-woord-woord-woord-woord-woord-woord-woord-woord-woord"],
])("makes %j into an address", (title, slug) => expect(slugOf(title)).toBe(slug));
