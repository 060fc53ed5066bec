import { eq } from "drizzle-orm";
import * as Y from "yjs";
import { beforeEach, describe, expect, it } from "vitest";
import { makeGroup } from "#db/factories/make-group";
import { document, documentEasy, documentEasyBlock, fact, person } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { eraseAccount, hashPassword } from "~/features/accounts/index.server";
import { goodPassword } from "~/features/accounts/test/act-as";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { plainTextOf } from "../content";
import { alignEasy, announcePublication, answerNaming, beginEasyVersion, deleteTrashedDocuments, exportEdition, nameRevision, publishEdition, pushUpdate, putBackDocument, readBeginEasy, readBeside, readBesideEditor, readDocument, readEdition, readPublication, restoreRevision, takeEasyBlock, trashDocument, type EditionPage } from "../index.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";
import { makeDocument, makeEdition, type MadeDocument } from "#db/factories/make-document";
import { findRevisions } from "../versions/revisions.server";
import type { BesideRow } from "./views";

const home = useDatabase();
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
let source: string;
let made: MadeDocument;
type Who = "writer" | "other" | "reader" | "facilitator" | "stranger";
const as = (who: Who) => ctxFor(house, world[who].id);
const anyone = () => ctxFor(house, null);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const text = (words: string) => ({ type: "paragraph", ...(words ? { content: [{ type: "text", text: words }] } : {}) });
const content = { type: "doc", content: [{ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "De bus" }] }, text("De bus vertrekt stipt om acht uur."), text("Koop vooraf een vervoersbewijs."), text("")] };

beforeEach(async () => {
  house.setNow(new Date("2030-03-01T09:00:00Z"));
  world = await makeWorld(house);
  made = await makeDocument(home.database.db, { groupId: world.groupId, spaceId: world.spaceId, authorActor: world.writer.actorId, content, title: "Samen de bus nemen" });
  source = made.id;
});

async function begin(from: "headings" | "copy" = "copy", who: Who = "writer"): Promise<string> {
  return (await beginEasyVersion(await as(who), { id: crypto.randomUUID(), document: source, from })).id;
}
const beside = async (easyId: string) => (await readBeside(await as("writer"), easyId)).rows;
const words = (blocks: BesideRow["source"]) => blocks.map(({ node }) => plainTextOf(node)).join(" + ");
const shape = async (easyId: string) => (await beside(easyId)).map(({ source: left, easy, state }) => `${words(left)} | ${words(easy)} | ${state}`);
const keys = (blocks: BesideRow["source"]) => blocks.map(({ key }) => key);
const agree = ({ source: left, easy, sign }: BesideRow, easyId: string) => ({ document: easyId, source: keys(left), easy: keys(easy), sign });

async function edit(id: string, change: (body: Y.XmlFragment) => void, who: Who = "writer"): Promise<void> {
  const ctx = await as(who);
  await pushUpdate(ctx, pushOf({ id }, (await Editor.open(ctx, id)).make(change)));
}
const block = (body: Y.XmlFragment, index: number) => (body.get(index) as Y.XmlElement).get(0) as Y.XmlText;
const paragraph = (said: string) => {
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [new Y.XmlText(said)]);
  return element;
};

describe("beginning one", () => {
  it("keeps a place for each part, with its headings or all of it, in the same group", async () => {
    const easy = await begin("headings");
    expect(await shape(easy)).toEqual(["De bus | De bus | current", "De bus vertrekt stipt om acht uur. |  | empty", "Koop vooraf een vervoersbewijs. |  | empty"]);
    const [row] = await home.database.db.select().from(document).where(eq(document.id, easy));
    expect(row).toMatchObject({ groupId: world.groupId, title: "Samen de bus nemen (makkelijk te lezen)", authorActor: world.writer.actorId });
    const page = await readDocument(await as("reader"), source);
    expect([page.easy, (await readDocument(await as("reader"), easy)).easy]).toEqual([{ is: "source", other: { id: easy, title: row!.title }, behind: 0 }, { is: "easy", other: { id: source, title: "Samen de bus nemen" }, behind: 2 }]);
    expect((await readBeginEasy(await as("writer"), source)).easy).toEqual({ is: "there", href: `/teksten/${easy}` });
  });

  it("is for who may write there; a text has one, and an easy version has none", async () => {
    const given = () => ({ id: crypto.randomUUID(), document: source, from: "copy" });
    expect([await codeOf(beginEasyVersion(await as("reader"), given())), await codeOf(beginEasyVersion(await as("stranger"), given())), await codeOf(beginEasyVersion(await anyone(), given()))]).toEqual(["forbidden", "join_group", "sign_in"]);
    for (const wrong of [{ from: "all" }, { id: "x" }, { document: crypto.randomUUID() }, { more: 1 }]) expect(await codeOf(beginEasyVersion(await as("writer"), { ...given(), ...wrong }))).toMatch(/invalid_input|not_found/);
    const made = await Promise.all([as("writer"), as("other"), as("writer")].map(async (ctx) => beginEasyVersion(await ctx, given())));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await home.database.db.select().from(documentEasy)).toHaveLength(1);
    expect(await home.database.db.select().from(fact).where(eq(fact.type, "document.easy-begun"))).toHaveLength(1);
    expect(await codeOf(beginEasyVersion(await as("writer"), { id: crypto.randomUUID(), document: made[0]!.id }))).toBe("already_done");
    expect(await codeOf(beginEasyVersion(await as("writer"), { id: source, document: world.document.id }))).toBe("already_done");
  });
});

describe("being behind", () => {
  it("is said of a part whose source was edited, with what changed, until somebody says that it is right", async () => {
    const easy = await begin();
    await edit(easy, (body) => block(body, 1).insert(0, "Wees op tijd. "));
    expect((await shape(easy)).map((row) => row.split(" | ")[2])).toEqual(["current", "current", "current"]);
    await edit(source, (body) => block(body, 1).insert(block(body, 1).length, " Ook op zondag."));
    const row = (await beside(easy))[1]!;
    expect(row).toMatchObject({ state: "behind", changed: { added: 3, removed: 0 } });
    expect((await readDocument(await as("reader"), easy)).easy).toMatchObject({ behind: 1 });
    expect([await codeOf(alignEasy(await as("reader"), agree(row, easy))), await codeOf(alignEasy(await as("stranger"), agree(row, easy)))]).toEqual(["forbidden", "join_group"]);
    expect(await Promise.all([1, 2].map(async () => codeOf(alignEasy(await as("other"), agree(row, easy)))))).toEqual(["ok", "ok"]);
    expect((await beside(easy)).map(({ state }) => state)).toEqual(["current", "current", "current"]);
    await alignEasy(await as("writer"), agree(row, easy));
    expect(await home.database.db.select().from(fact).where(eq(fact.type, "document.easy-aligned"))).toHaveLength(1);
  });

  it("is not taken away from what changed again after somebody looked", async () => {
    const easy = await begin();
    await edit(source, (body) => block(body, 1).insert(0, "Let op: "));
    const seen = agree((await beside(easy))[1]!, easy);
    await edit(source, (body) => block(body, 1).insert(0, "Nieuw! "));
    expect(await codeOf(alignEasy(await as("writer"), seen))).toBe("stale");
    for (const wrong of [{ easy: [] }, { easy: ["1:2"] }, { source: ["1:2"] }, { easy: "x" }, { sign: "x" }, { sign: "A".repeat(22) }, { easy: ["99999999999999999:1"] }]) expect(await codeOf(alignEasy(await as("writer"), { ...seen, ...wrong }))).toMatch(/invalid_input|stale/);
    expect(await codeOf(alignEasy(await as("writer"), { ...seen, document: source }))).toBe("not_found");
    expect((await beside(easy))[1]!.state).toBe("behind");
  });

  it("follows a part that is split, taken out, or brought back with an old version", async () => {
    const easy = await begin();
    await nameRevision(await as("writer"), { document: source, name: "Eerst" });
    await edit(source, (body) => {
      block(body, 1).delete(7, 27);
      body.insert(2, [paragraph("Om acht uur.")]);
    });
    expect((await beside(easy)).map(({ state }) => state)).toEqual(["current", "behind", "missing", "current"]);
    await edit(source, (body) => body.delete(3, 1));
    expect(await shape(easy)).toContainEqual("Om acht uur. | Koop vooraf een vervoersbewijs. | behind");
    const [first] = await findRevisions(await as("writer"), source);
    await restoreRevision(await as("writer"), { document: source, revision: first!.id, push: crypto.randomUUID() });
    expect((await beside(easy)).map(({ state }) => state)).toEqual(["current", "current", "current"]);
    await edit(easy, (body) => body.delete(1, 1));
    expect(await shape(easy)).toContainEqual("De bus vertrekt stipt om acht uur. |  | missing");
    await edit(easy, (body) => body.insert(1, [paragraph("Om acht uur is de bus er.")]));
    expect(await shape(easy)).toContainEqual("De bus vertrekt stipt om acht uur. | Om acht uur is de bus er. | unsure");
  });

  it("takes a new part over where it belongs, once, also while somebody types", async () => {
    const easy = await begin();
    await edit(source, (body) => body.insert(2, [paragraph("Wie te laat komt, wacht een uur.")]));
    const row = (await beside(easy))[2]!;
    expect(row.state).toBe("missing");
    const take = { document: easy, source: row.source[0]!.key, sign: row.sign, push: crypto.randomUUID() };
    expect([await codeOf(takeEasyBlock(await as("reader"), take)), await codeOf(takeEasyBlock(await as("stranger"), take))]).toEqual(["forbidden", "join_group"]);
    const typing = await Editor.open(await as("other"), easy);
    expect(await Promise.all([codeOf(takeEasyBlock(await as("writer"), take)), codeOf(takeEasyBlock(await as("writer"), take))])).toEqual(["ok", "ok"]);
    await pushUpdate(await as("other"), pushOf({ id: easy }, typing.make((body) => block(body, 2).insert(0, "Thuis: "))));
    expect(await shape(easy)).toEqual(["De bus | De bus | current", "De bus vertrekt stipt om acht uur. | De bus vertrekt stipt om acht uur. | current", "Wie te laat komt, wacht een uur. | Wie te laat komt, wacht een uur. | current", "Koop vooraf een vervoersbewijs. | Thuis: Koop vooraf een vervoersbewijs. | current"]);
    expect(await codeOf(takeEasyBlock(await as("writer"), { ...take, push: crypto.randomUUID() }))).toBe("stale");
  });

  it("lets a new part belong to the part above, and a part stand by itself", async () => {
    const easy = await begin();
    await edit(source, (body) => body.insert(2, [paragraph("Wacht aan de halte.")]));
    const { above } = (await beside(easy))[2]!;
    await alignEasy(await as("writer"), { document: easy, ...above });
    expect(await shape(easy)).toContainEqual("De bus vertrekt stipt om acht uur. + Wacht aan de halte. | De bus vertrekt stipt om acht uur. | current");
    await edit(source, (body) => body.delete(0, 1));
    const gone = (await beside(easy)).find(({ state }) => state === "gone")!;
    await alignEasy(await as("writer"), agree(gone, easy));
    expect(await shape(easy)).toContainEqual(" | De bus | own");
    expect((await home.database.db.select().from(documentEasyBlock)).map(({ easyBlock }) => easyBlock)).not.toContain(gone.easy[0]!.key);
  });
});

describe("who reads which", () => {
  it("judges each text by itself when one of them is moved or hidden", async () => {
    const easy = await begin();
    const elsewhere = await makeGroup(home.database.db, { spaceId: world.spaceId, visibility: "members", joining: "request" });
    await home.database.db.update(document).set({ groupId: elsewhere.id }).where(eq(document.id, source));
    const notSeen = { is: "easy", other: null, behind: 0 };
    expect((await readDocument(await as("reader"), easy)).easy).toEqual(notSeen);
    expect((await readDocument(await as("writer"), easy, { live: true })).easy).toEqual(notSeen);
    expect(await readBesideEditor(await as("writer"), { is: "easy", other: null, behind: 0 }, easy)).toBe(null);
    expect([await codeOf(readBeside(await as("writer"), easy)), await codeOf(alignEasy(await as("writer"), { document: easy, easy: ["1:1"], sign: "A".repeat(22) }))]).toEqual(["join_group", "join_group"]);
    await home.database.db.update(document).set({ groupId: world.groupId, moderation: "hidden" }).where(eq(document.id, source));
    expect((await readDocument(await as("reader"), easy)).easy).toEqual(notSeen);
    await home.database.db.update(document).set({ moderation: "visible" }).where(eq(document.id, source));
    await home.database.db.update(document).set({ moderation: "hidden" }).where(eq(document.id, easy));
    expect((await readDocument(await as("reader"), source)).easy).toEqual({ ...notSeen, is: "source" });
  });
});

describe("an easy version in the trash", () => {
  it("is said to lie there to who begins one, and a new one begins once it was deleted", async () => {
    const easy = await begin();
    const begun = async (who: Who = "writer") => codeOf(beginEasyVersion(await as(who), { id: crypto.randomUUID(), document: source, from: "copy" }));
    const form = async () => (await readBeginEasy(await as("writer"), source)).easy;
    expect(await form()).toEqual({ is: "there", href: `/teksten/${easy}` });
    await trashDocument(await as("writer"), { document: easy });
    expect([await form(), await begun()]).toEqual([{ is: "in_trash", href: `/groepen/${world.groupId}/prullenbak` }, "in_trash"]);
    expect((await readDocument(await as("writer"), source)).easy).toEqual({ is: "source", other: null, behind: 0 });
    await home.database.db.update(document).set({ moderation: "hidden" }).where(eq(document.id, easy));
    expect(await form()).toEqual({ is: "not_seen", href: null });
    await home.database.db.update(document).set({ moderation: "visible" }).where(eq(document.id, easy));
    house.setNow(new Date("2030-04-02T09:00:00Z"));
    await deleteTrashedDocuments(house);
    expect([await form(), await begun()]).toEqual([null, "ok"]);
  });

  it("keeps nothing of a source whose words were deleted, also where editions of it stay", async () => {
    const easy = await begin();
    await makeEdition(home.database.db, { document: made });
    await trashDocument(await as("writer"), { document: source });
    expect((await readDocument(await as("writer"), easy)).easy).toEqual({ is: "easy", other: null, behind: 0 });
    expect(await codeOf(readBeside(await as("writer"), easy))).toBe("in_trash");
    house.setNow(new Date("2030-04-02T09:00:00Z"));
    await deleteTrashedDocuments(house);
    expect([await home.database.db.select().from(documentEasy), await home.database.db.select().from(documentEasyBlock)]).toEqual([[], []]);
    expect((await readDocument(await as("writer"), easy)).easy).toBe(null);
  });
});

describe("an edition with its easy version", () => {
  async function publish(easy: string, fields = {}) {
    await edit(easy, (body) => block(body, 1).insert(0, "Makkelijk: "), "other");
    await announcePublication(await as("facilitator"), { document: source });
    await answerNaming(await as("other"), { document: source, agreed: true });
    house.setNow(new Date("2030-03-02T10:00:00Z"));
    return publishEdition(await as("facilitator"), { document: source, easy: "true", ...fields });
  }
  const read = async (slug: string, easy = false) => (await readEdition(await anyone(), { slug, easy })) as EditionPage;

  it("freezes both together, with who wrote in either told and named", async () => {
    const easy = await begin();
    expect((await readPublication(await as("facilitator"), source)).easy).toEqual({ href: `/teksten/${easy}`, behind: 0 });
    const { slug } = await publish(easy);
    await edit(easy, (body) => block(body, 1).insert(0, "Later: "));
    const [usual, simple] = [await read(slug), await read(slug, true)];
    expect([usual.easy, simple.easy]).toEqual([{ shown: false }, { shown: true }]);
    expect(usual.edition.authors).toEqual(["Jef"]);
    expect([plainTextOf(usual.edition.content), plainTextOf(simple.edition.content)].map((said) => said.includes("Makkelijk: De bus"))).toEqual([false, true]);
    expect(plainTextOf(simple.edition.content)).not.toContain("Later");
    expect(simple.edition.title).toBe("Samen de bus nemen (makkelijk te lezen)");
    const file = (await exportEdition(await anyone(), { slug, number: 1, easy: true }, "html")).body as string;
    expect(file).toContain("Makkelijk: De bus");
    await home.database.db.update(document).set({ moderation: "hidden" }).where(eq(document.id, easy));
    expect([(await read(slug)).easy, await codeOf(read(slug, true))]).toEqual([null, "not_found"]);
  });

  it("does not show one that lies in the trash, and does again once it was put back", async () => {
    const easy = await begin();
    const { slug } = await publish(easy);
    const shown = async () => [(await read(slug)).easy, await codeOf(read(slug, true)), await codeOf(exportEdition(await anyone(), { slug, number: 1, easy: true }, "html"))];
    const { facts } = await trashDocument.withFacts(await as("writer"), { document: easy });
    // Kept pages of the edition are made anew.
    expect(facts.map(({ type }) => type)).toEqual(["document.trashed", "document.edition-changed"]);
    expect(await shown()).toEqual([null, "not_found", "not_found"]);
    expect((await putBackDocument.withFacts(await as("writer"), { document: easy })).facts.map(({ type }) => type)).toEqual(["document.put-back", "document.edition-changed"]);
    expect(await shown()).toEqual([{ shown: false }, "ok", "ok"]);
    await trashDocument(await as("writer"), { document: easy });
    house.setNow(new Date("2030-04-05T09:00:00Z"));
    await deleteTrashedDocuments(house);
    expect(await shown()).toEqual([null, "not_found", "not_found"]);
  });

  it("goes without it when that is asked, and refuses one that is not there", async () => {
    const { slug } = await publish(await begin(), { easy: undefined });
    expect([(await read(slug)).easy, await codeOf(read(slug, true))]).toEqual([null, "not_found"]);
    expect(await codeOf(publishEdition(await as("facilitator"), { document: world.document.id, easy: true }))).toBe("not_found");
    expect(await codeOf(publishEdition(await as("reader"), { document: source, easy: true }))).toBe("forbidden");
  });

  it("takes the name of who leaves off both", async () => {
    const { slug } = await publish(await begin());
    await home.database.db.update(person).set({ passwordHash: await hashPassword(goodPassword) }).where(eq(person.id, world.other.id));
    await eraseAccount(await as("other"), { currentPassword: goodPassword, words: "remove" });
    expect([(await read(slug)).edition.authors, (await read(slug, true)).edition.authors]).toEqual([[], []]);
  });
});
