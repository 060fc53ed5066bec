import * as Y from "yjs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeDocument, makeEdition } from "#db/factories/make-document";
import { useDatabase } from "#db/test/use-database";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import { closeDocumentFeed } from "../writing/document-feed.server";
import { plainPicture } from "~/platform/pictures/test/files";
import { schemaVersion } from "../content-rules";
import { addPicture, exportDocument, exportEdition, importByForm, importDocument, pushUpdate, readDocument, readExport, withdrawEdition } from "../index.server";
import { closeLanes } from "../worker/lanes.server";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";

const home = useDatabase();
let house: TestHouse;
let world: World;
const as = (who: "writer" | "reader" | "facilitator" | "stranger") => ctxFor(house, world[who].id);
const anyone = () => ctxFor(house, null);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (body: Uint8Array | string) => (typeof body === "string" ? body : new TextDecoder().decode(body));

beforeAll(() => {
  // Programs of the machine have tests of their own.
  house = testHouse(home.database, { env: { CHROMIUM_PATH: "0", SOFFICE_PATH: "0" } });
});
beforeEach(async () => {
  world = await makeWorld(house);
});
afterAll(async () => {
  closeDocumentFeed(house);
  await closeLanes(house);
});

describe("taking along", () => {
  it("is for who may read the text, with what was pushed a moment ago", async () => {
    const { id } = world.document;
    const ctx = await as("writer");
    await pushUpdate(ctx, pushOf({ id }, (await Editor.open(ctx, id)).type(" En verder.")));
    for (const format of ["markdown", "html"] as const) expect(textOf((await exportDocument(await as("reader"), id, format)).body)).toContain("Zo begint het. En verder.");
    expect(await exportDocument(await as("reader"), id, "docx")).toMatchObject({ name: "samen-de-bus-nemen.docx", type: expect.stringContaining("wordprocessingml") as string });
    expect((await readExport(await as("reader"), id)).files.map(({ format, lost }) => [format, lost])).toEqual([["docx", {}], ["html", {}], ["markdown", {}]]);
    for (const format of ["pdf", "odt"] as const) expect(await codeOf(exportDocument(await as("reader"), id, format))).toBe("file_kind_absent");
    for (const format of ["docx", "markdown", "html"] as const) {
      expect(await codeOf(exportDocument(await as("stranger"), id, format))).toBe("join_group");
      expect(await codeOf(exportDocument(await anyone(), id, format))).not.toBe("ok");
    }
    expect(await codeOf(readExport(await as("stranger"), id))).toBe("join_group");
  });

  it("is for everyone of an edition, with its authors and licence, until it is withdrawn", async () => {
    const document = await makeDocument(home.database.db, { groupId: world.groupId, spaceId: world.spaceId });
    const edition = await makeEdition(home.database.db, { document, slug: "bus", licence: "CC BY-SA 4.0", authors: ["Noor"], unnamed: 2 });
    const page = textOf((await exportEdition(await anyone(), { slug: "bus", number: 1 }, "html")).body);
    for (const words of ["Zo begint het.", "Noor en anderen van de groep", "CC BY-SA 4.0", "/leermateriaal/bus/1"]) expect(page).toContain(words);
    await withdrawEdition(await as("facilitator"), { edition: edition.id, reason: "Een fout" });
    for (const format of ["docx", "markdown", "html"] as const) expect(await codeOf(exportEdition(await anyone(), { slug: "bus", number: 1 }, format))).toBe("not_found");
  });
});

describe("pictures in files", () => {
  it("go along in a page and a Word file with their words, and no picture of another text does", async () => {
    const { id } = world.document;
    const ctx = await as("writer");
    const elsewhere = await makeDocument(home.database.db, { groupId: world.groupId, spaceId: world.spaceId });
    const file = await plainPicture(80, 60).png().toBuffer();
    const [own, other] = [await addPicture(ctx, { document: id, file }), await addPicture(ctx, { document: elsewhere.id, file })];
    const figure = (picture: string, alt: string) => {
      const element = new Y.XmlElement("image");
      element.setAttribute("picture", picture);
      element.setAttribute("alt", alt);
      return element;
    };
    await pushUpdate(ctx, { ...pushOf({ id }, (await Editor.open(ctx, id)).make((body) => body.insert(1, [figure(own.id, "Een rode <bus>"), figure(other.id, "Van elders")]))), schemaVersion });
    const page = textOf((await exportDocument(await as("reader"), id, "html")).body);
    expect([...page.matchAll(/<img src="data:image\/webp;base64,[\w+/=]+"[^>]*alt="([^"]*)"/g)].map(([, alt]) => alt)).toEqual(["Een rode &lt;bus&gt;"]);
    expect(page).not.toContain("/foto/");
    expect(page).toContain("<figcaption>Van elders</figcaption>");
    const docx = Buffer.from((await exportDocument(await as("reader"), id, "docx")).body as Uint8Array);
    expect(docx.toString("latin1").match(/word\/media\/[\w.-]+\.jpg/g)?.length).toBeGreaterThan(0);
    const { files } = await readExport(await as("reader"), id);
    expect(files.map(({ format, lost }) => [format, lost])).toEqual([["docx", { image: 1 }], ["html", { image: 1 }], ["markdown", { image: 2 }]]);
    expect(textOf((await exportDocument(await as("reader"), id, "markdown")).body)).toContain("*Een rode \\<bus>*");
  });
});

describe("bringing in", () => {
  const given = (more: Record<string, unknown> = {}) => ({ id: crypto.randomUUID(), groupId: world.groupId, file: bytes("# Onze bus\n\nNeem de **bus**.\n\n![kaart](https://a.example/k.png)"), ...more });

  it("begins a text of the group with the words of the file, once, and says what did not come along", async () => {
    const asked = given();
    expect(await importDocument(await as("writer"), asked)).toEqual({ id: asked.id, lost: { picture: 1 } });
    expect(await importDocument(await as("writer"), asked)).toMatchObject({ id: asked.id });
    const page = await readDocument(await as("reader"), asked.id);
    expect([page.document.title, page.writers.map(({ name }) => name)]).toEqual(["Onze bus", ["Noor"]]);
    expect(JSON.stringify(page.content)).toContain("\"bold\"");
    // A title of a file is cleaned as one that is typed.
    const turned = given({ title: "", file: bytes("<h1>Onze &#x202e;sub&#x200b;</h1><p>x</p>") });
    await importDocument(await as("writer"), turned);
    expect((await readDocument(await as("reader"), turned.id)).document.title).toBe("Onze sub");
    const again = await exportDocument(await as("writer"), asked.id, "docx");
    const copy = given({ file: again.body as Uint8Array, title: "Een kopie" });
    await importDocument(await as("writer"), copy);
    expect((await readDocument(await as("reader"), copy.id)).content).toMatchObject({ content: [page.content.content![0], {}] });
  });

  it("is for who may begin a text there; no file is read for anybody else", async () => {
    for (const who of ["reader", "stranger"] as const) expect(await codeOf(importDocument(await as(who), given()))).toBe(who === "reader" ? "forbidden" : "join_group");
    expect(await codeOf(importDocument(await anyone(), given()))).not.toBe("ok");
    const asked = given();
    await importDocument(await as("writer"), asked);
    expect(await codeOf(importDocument(await as("facilitator"), asked))).toBe("already_done");
    const both = given();
    expect(await Promise.all([1, 2].map(async () => codeOf(importDocument(await as("writer"), both))))).toEqual(["ok", "ok"]);
  });

  it("refuses what is no file of these kinds, what is too large, and what has no title", async () => {
    expect(await codeOf(importDocument(await as("writer"), given({ file: bytes("PK\u0003\u0004 geen Word") })))).toBe("file_damaged");
    expect(await codeOf(importDocument(await as("writer"), given({ file: bytes("a".repeat(1_000_001)), title: "Lang" })))).toBe("too_large");
    expect(await codeOf(importDocument(await as("writer"), given({ file: bytes("Zonder titel.") })))).toBe("invalid_input");
    expect(await codeOf(importDocument(await as("writer"), given({ file: new Uint8Array() })))).toBe("invalid_input");
    expect(await codeOf(importDocument(await as("writer"), given({ file: "geen bytes" })))).toBe("invalid_input");
  });

  it("comes by a plain form, which keeps what was typed when it is refused", async () => {
    const send = async (fields: Record<string, string>, file: string | null) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      if (file !== null) body.set("file", new Blob([file]), "x.md");
      return importByForm(await as("writer"), new Request("http://x/teksten/uit-bestand", { method: "POST", body }));
    };
    const fields = { id: crypto.randomUUID(), groupId: world.groupId, title: "Mijn titel", licence: "CC BY 4.0" };
    expect(await send(fields, null)).toMatchObject({ values: fields, refusal: { code: "invalid_input", fields: { file: "required" } } });
    expect(await send({ ...fields, title: "" }, "Zonder titel.")).toMatchObject({ refusal: { fields: { title: "required" } } });
    expect(await send(fields, "PK\u0003\u0004")).toMatchObject({ refusal: { code: "file_damaged", fields: { file: "file_damaged" } } });
    expect(await send(fields, "Neem de bus.")).toBe(`/teksten/${fields.id}`);
    const other = crypto.randomUUID();
    expect(await send({ ...fields, id: other }, "<p>Bus<script>x</script></p>")).toBe(`/teksten/${other}/overgenomen?script=1`);
    expect(await codeOf(importByForm(await anyone(), new Request("http://x/", { method: "POST", body: new FormData() })))).toBe("sign_in");
  });
});
