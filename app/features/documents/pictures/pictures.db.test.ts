import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { makeDocument, makeEdition } from "#db/factories/make-document";
import { document, documentEdition, documentPicture, documentRevision, documentUpdate, groupMembership, person } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { collectDownload, downloadFile, eraseAccount, hashPassword } from "~/features/accounts/index.server";
import { goodPassword } from "~/features/accounts/test/act-as";
import { limits } from "~/platform/limits";
import { oddFiles, photo, plainPicture, type OddFile } from "~/platform/pictures/test/files";
import { removeStrays } from "~/platform/pictures/remove-strays.server";
import { ctxFor, ctxOfHouse, testHouse, type TestHouse } from "~/platform/test/test-house";
import { closeDocumentFeed } from "../writing/document-feed.server";
import { addPicture, addPictureByUpload, foldDocuments, forgetDocumentPictures, nameRevision, pushUpdate, readDocument, readEdition, readEditionPicture, readSession, readTextPicture, type EditionPage } from "../index.server";
import { closeLanes } from "../worker/lanes.server";
import { drawContent } from "../test/draw-content";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";

const home = useDatabase();
let house: TestHouse;
let world: World;
let files: OddFile[];
const now = new Date("2030-03-01T09:00:00Z");
const alt = "Twee fietsen tegen een haag";
type Who = "writer" | "other" | "reader" | "facilitator" | "stranger";
const as = (who: Who | null) => ctxFor(house, who && world[who].id);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const later = (days: number) => house.setNow(new Date(now.getTime() + days * 86_400_000));

beforeAll(async () => {
  // Before the library is narrowed to three kinds.
  files = await oddFiles();
});
const houses: TestHouse[] = [];
beforeEach(async () => {
  // Each its own folder of pictures.
  house = testHouse(home.database);
  houses.push(house);
  house.setNow(now);
  world = await makeWorld(house);
});
afterAll(async () => {
  for (const one of houses) {
    closeDocumentFeed(one);
    await closeLanes(one);
  }
});

async function bring(who: Who = "writer", file?: Uint8Array, documentId = world.document.id): Promise<string> {
  return (await addPicture(await as(who), { document: documentId, file: file ?? (await photo()) })).id;
}

async function push(change: (body: Y.XmlFragment) => void, documentId = world.document.id): Promise<void> {
  const ctx = await as("writer");
  await pushUpdate(ctx, { ...pushOf({ id: documentId }, (await Editor.open(ctx, documentId)).make(change)), schemaVersion: 2 });
}

/** Puts a picture at the end of the text, as the editor does. */
const name = (picture: string, words: { alt?: string; decorative?: boolean } = { alt }, documentId?: string) =>
  push((body) => {
    const element = new Y.XmlElement("image");
    for (const [key, value] of Object.entries({ picture, ...words })) element.setAttribute(key, value as string);
    body.insert(body.length, [element]);
  }, documentId);

const sees = async (who: Who | null, id: string, documentId = world.document.id) => codeOf(readTextPicture(await as(who), { document: documentId, id, size: "small" }).then(({ read }) => read()));
const rows = () => home.database.db.select().from(documentPicture);
const filesOn = () => readdirSync(join(house.dataDir, "pictures"), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => one.name).sort();
const named = (...ids: string[]) => ids.flatMap((id) => [`${id}-large.webp`, `${id}-small.webp`]).sort();
const imageOf = (picture: string) => ({ type: "doc", content: [{ type: "image", attrs: { picture, alt } }] });

async function editionWith(picture: string) {
  const edition = await makeEdition(home.database.db, { document: world.document, slug: "fietsen" });
  await home.database.db.update(documentEdition).set({ content: imageOf(picture) }).where(eq(documentEdition.id, edition.id));
  return edition;
}

it("draws a picture in its text with its place kept, on the reading page, in a version and in the session plan, for who may read the text", async () => {
  const id = await bring();
  await name(id);
  await name(await bring("writer", await plainPicture(90, 40).png().toBuffer()), { decorative: true });
  const page = await readDocument(await as("reader"), world.document.id);
  expect(page.pictures?.sizes[id]).toEqual({ width: 300, height: 400 });
  const html = drawContent(page);
  expect(html).toContain(`<a href="/teksten/${world.document.id}/foto/${id}"><img src="/teksten/${world.document.id}/foto/${id}?klein" width="300" height="400" alt="${alt}"`);
  expect(html).toMatch(/<figure><img src="[^"]+" width="90" height="40" alt=""/);
  expect((await readSession(await as("reader"), { id: world.document.id, begins: null })).pictures?.sizes[id]).toBeDefined();
  expect(await Promise.all((["writer", "reader", "facilitator", "stranger", null] as const).map((who) => sees(who, id)))).toEqual(["ok", "ok", "ok", "join_group", "sign_in"]);
  await home.database.db.update(groupMembership).set({ endedAt: now }).where(eq(groupMembership.personId, world.reader.id));
  expect(await sees("reader", id)).toBe("join_group");
  await home.database.db.update(document).set({ moderation: "hidden" }).where(eq(document.id, world.document.id));
  expect(await sees("writer", id)).toBe("not_found");
});

it("never shows a picture of another text: neither its page nor its address, also to who may read both", async () => {
  const { id: elsewhere } = await makeDocument(home.database.db, { groupId: world.groupId, spaceId: world.spaceId });
  const id = await bring("writer", undefined, elsewhere);
  await name(id);
  const page = await readDocument(await as("writer"), world.document.id);
  expect(page.pictures?.sizes).toEqual({});
  expect(drawContent(page)).toContain(`<figure><figcaption>${alt}</figcaption></figure>`);
  expect(drawContent(page)).not.toContain("<img");
  expect([await sees("writer", id), await sees("writer", id, elsewhere)]).toEqual(["not_found", "ok"]);
  await editionWith(id);
  expect(((await readEdition(await as(null), { slug: "fietsen" })) as EditionPage).pictures?.sizes).toEqual({});
  expect(await codeOf(readEditionPicture(await as(null), { slug: "fietsen", number: "1", id, size: "small" }))).toBe("not_found");
  for (const wrong of ["../../keys/root", "x", crypto.randomUUID()]) expect(await sees("writer", wrong)).toBe("not_found");
});

it("shows everyone what stands in a public edition, until that is withdrawn or the text is hidden, and nothing else of the text", async () => {
  const [id, kept] = [await bring(), await bring("writer", await plainPicture(20, 20).png().toBuffer())];
  const edition = await editionWith(id);
  const asked = async (picture: string, number = "1") => codeOf(readEditionPicture(await as(null), { slug: "fietsen", number, id: picture, size: "large" }).then(({ read }) => read()));
  const page = (await readEdition(await as(null), { slug: "fietsen" })) as EditionPage;
  expect(drawContent({ content: page.edition.content, pictures: page.pictures })).toContain(`<img src="/leermateriaal/fietsen/1/foto/${id}?klein"`);
  expect([await asked(id), await asked(kept), await asked(id, "2"), await asked(id, "0x1"), await asked("x")]).toEqual(["ok", "not_found", "not_found", "not_found", "not_found"]);
  expect(await sees(null, id)).toBe("sign_in");
  await home.database.db.update(document).set({ moderation: "hidden" }).where(eq(document.id, world.document.id));
  expect(await asked(id)).toBe("not_found");
  await home.database.db.update(document).set({ moderation: "visible" }).where(eq(document.id, world.document.id));
  expect(await asked(id)).toBe("ok");
  await home.database.db.update(documentEdition).set({ withdrawnAt: now }).where(eq(documentEdition.id, edition.id));
  expect(await asked(id)).toBe("not_found");
});

const upload = (bytes: Uint8Array | null) => {
  const form = new FormData();
  form.set("picture", bytes ? new File([new Uint8Array(bytes)], "../../x.svg", { type: "image/svg+xml" }) : new File([], ""));
  return new Request("http://127.0.0.1:3000/", { method: "POST", body: form });
};

it("stores once what is sent twice or twice at once, and apart what two people bring or what stands in two texts", async () => {
  const ctx = await as("writer");
  const file = await photo();
  const ids = await Promise.all([addPictureByUpload(ctx, world.document.id, upload(file)), addPictureByUpload(ctx, world.document.id, upload(file))]);
  ids.push(await addPictureByUpload(ctx, world.document.id, upload(file)));
  expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
  expect(filesOn()).toEqual(named(ids[0]!.id));
  const others = await bring("other", file);
  expect((await rows()).map((row) => row.id).sort()).toEqual([ids[0]!.id, others].sort());
  expect(filesOn()).toEqual(named(ids[0]!.id, others));
});

it("refuses who may not write before a byte is read, and what is no picture with why; nothing of it is kept", { timeout: 120_000 }, async () => {
  let read = 0;
  const body = () => new ReadableStream({ pull: (stream) => ((read += 1), stream.enqueue(new Uint8Array(1024))) }, { highWaterMark: 0 });
  const endless = () => new Request("http://127.0.0.1:3000/", { method: "POST", body: body(), duplex: "half", headers: { "Content-Type": "multipart/form-data; boundary=x" } } as RequestInit);
  const refused = async (who: Who | null) => codeOf(addPictureByUpload(await as(who), world.document.id, endless()));
  expect([await refused("reader"), await refused("stranger"), await refused(null)]).toEqual(["forbidden", "join_group", "sign_in"]);
  expect(read).toBe(0);
  expect(await codeOf(addPictureByUpload(await as("writer"), world.document.id, upload(null)))).toBe("invalid_input");
  expect(await codeOf(addPictureByUpload(await as("writer"), world.document.id, upload(Buffer.alloc(10 * 1024 * 1024 + 1, 0xff))))).toBe("picture_too_large");
  // As many as three people may bring in an hour.
  const hostile = files.filter(({ comes }) => comes !== "drawn");
  expect(hostile.length).toBeGreaterThan(25);
  const people = ["writer", "other", "facilitator"] as const;
  for (const [index, { name: called, bytes, comes }] of hostile.entries()) expect([called, await codeOf(bring(people[index % 3], bytes))]).toEqual([called, bytes.length === 0 ? "invalid_input" : comes]);
  expect(await rows()).toEqual([]);
});

it("brings nothing in for who lost the right while the picture was drawn, and thirty an hour for one person", async () => {
  const ctx = await as("writer");
  const sent = codeOf(addPicture(ctx, { document: world.document.id, file: await plainPicture(4_000, 3_000).jpeg().toBuffer() }));
  await home.database.db.update(groupMembership).set({ mayWrite: false }).where(eq(groupMembership.personId, world.writer.id));
  expect(await sent).toBe("forbidden");
  expect(await rows()).toEqual([]);
  const other = await as("other");
  for (let tries = 0; tries < 30; tries += 1) expect(await codeOf(addPicture(other, { document: world.document.id, file: new Uint8Array([1, 2, 3]) }))).toBe("picture_kind");
  expect(await codeOf(addPicture(other, { document: world.document.id, file: new Uint8Array([1, 2, 3]) }))).toBe("too_many");
});

it("removes what nothing of the text has held for a month, and keeps what the text, its log, a version or an edition holds", async () => {
  const sides = [20, 21, 22, 23] as const;
  const [loose, inText, inVersion, inEdition] = await Promise.all(sides.map(async (side) => bring("writer", await plainPicture(side, side).png().toBuffer())));
  await name(inVersion!);
  await nameRevision(await as("writer"), { document: world.document.id, name: "Met foto" });
  await push((body) => body.delete(body.length - 1, 1));
  await name(inText!);
  await editionWith(inEdition!);
  const forget = () => forgetDocumentPictures(ctxOfHouse(house));
  expect(await forget()).toBe(0);
  later(2);
  await foldDocuments(house);
  expect((await rows()).filter((row) => row.unusedSince).map((row) => row.id)).toEqual([loose]);
  later(29);
  expect(await forget()).toBe(0);
  later(31);
  expect(await forget()).toBe(1);
  expect(filesOn()).toEqual(named(inText!, inVersion!, inEdition!));
  // A file of no row goes with what a dying process left; those of texts are known.
  mkdirSync(join(house.dataDir, "pictures", "11"), { recursive: true });
  writeFileSync(join(house.dataDir, "pictures", "11", "11111111-1111-4111-8111-111111111111-large.webp"), "x");
  expect(await removeStrays(ctxOfHouse(house))).toBe(1);
  expect(filesOn()).toEqual(named(inText!, inVersion!, inEdition!));

  // A term begins anew each time that it is taken out.
  await home.database.db.update(documentPicture).set({ unusedSince: now }).where(eq(documentPicture.id, inText!));
  expect(await forget()).toBe(0);
  expect((await rows()).find((row) => row.id === inText)?.unusedSince).toBe(null);
  // Without the log the version alone holds it; once that goes too, a term begins.
  await home.database.db.delete(documentUpdate);
  expect(await forget()).toBe(0);
  later(62);
  expect(await forget()).toBe(0);
  await home.database.db.delete(documentRevision);
  expect(await forget()).toBe(0);
  later(93);
  expect(await forget()).toBe(1);
  expect(filesOn()).toEqual(named(inText!, inEdition!));
});

it("takes somebody's pictures along when they take their words along, leaves them without a name otherwise, and gives them in the download", async () => {
  for (const words of ["remove", "keep"] as const) {
    world = await makeWorld(house);
    const id = await bring();
    await name(id);
    await home.database.db.update(person).set({ passwordHash: await hashPassword(goodPassword) }).where(eq(person.id, world.writer.id));
    const parts = await collectDownload(await as("writer"));
    expect(JSON.stringify(parts)).not.toContain("UklGR");
    const file = JSON.parse(await downloadFile(parts, now)) as { picturesInTexts: { webp: string; address: string }[] };
    expect(Buffer.from(file.picturesInTexts[0]!.webp, "base64").toString("latin1", 8, 12)).toBe("WEBP");
    expect(file.picturesInTexts[0]!.address).toBe(`/teksten/${world.document.id}`);
    await eraseAccount(await as("writer"), { currentPassword: goodPassword, words });
    expect([words, await sees("other", id)]).toEqual([words, words === "keep" ? "ok" : "not_found"]);
    expect(drawContent(await readDocument(await as("other"), world.document.id))).toContain(words === "keep" ? "<img" : `<figcaption>${alt}</figcaption>`);
  }
});

it("takes no more than a text may keep, leaves no file of what it refuses, and takes the same one again", async () => {
  const first = await bring("writer", await photo(120, 90));
  const full = Array.from({ length: limits.documentPictures - 2 }, (_, n) => ({ documentId: world.document.id, actorId: world.other.actorId, width: 1, height: 1, bytes: 1, sum: `sum ${n}` }));
  await home.database.db.insert(documentPicture).values(full);
  const last = await bring();
  const files = filesOn();
  expect(await codeOf(bring("writer", await photo(90, 120)))).toBe("picture_many");
  expect(filesOn()).toEqual(files);
  expect(await bring()).toBe(last);
  expect(await bring("writer", await photo(120, 90))).toBe(first);
});
