import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import * as Y from "yjs";
import { beforeEach, describe, expect, it } from "vitest";
import { makeDocument, makeEdition } from "#db/factories/make-document";
import { makeGroup } from "#db/factories/make-group";
import { document, group, groupMembership, space } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { createLimiter } from "~/platform/limiter.server";
import { plainPicture } from "~/platform/pictures/test/files";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { schemaVersion } from "../content-rules";
import { unzip } from "../formats/test/unzip";
import { addPicture, carrySpace, pushUpdate, readCarryForm } from "../index.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";

const home = useDatabase();
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
let slug: string;
type Who = "writer" | "other" | "reader" | "facilitator" | "stranger";
const taken = () => Promise.resolve();
const as = (who: Who | null) => ctxFor(house, who && world[who].id);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const lines = (...texts: string[]) => ({ type: "doc", content: texts.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })) });
const inGroup = () => ({ groupId: world.groupId, spaceId: world.spaceId });

beforeEach(async () => {
  house.limiter = createLimiter();
  world = await makeWorld(house);
  slug = (await home.database.db.select().from(space).where(eq(space.id, world.spaceId)))[0]!.slug;
});

/** What stands in the bundle, by path. */
async function unpack(who: Who, mine = false): Promise<Map<string, Buffer>> {
  const { body } = await carrySpace(await as(who), { slug, mine, room: taken });
  return unzip(await buffer(body));
}
const said = (files: Map<string, Buffer>) => [...files].filter(([path]) => /\.(?:html|md)$/.test(path)).map(([, content]) => content.toString()).join("\n");

describe("taking the texts of a leerplek along", () => {
  it("gives each text and edition as three files with its pictures, and a page that leads to all of them", async () => {
    const { id } = world.document;
    const ctx = await as("writer");
    const picture = await addPicture(ctx, { document: id, file: await plainPicture(40, 30).png().toBuffer() });
    const element = new Y.XmlElement("image");
    element.setAttribute("picture", picture.id);
    element.setAttribute("alt", "Een bus");
    await pushUpdate(ctx, { ...pushOf({ id }, (await Editor.open(ctx, id)).make((body) => body.insert(1, [element]))), schemaVersion });
    await makeEdition(home.database.db, { document: await makeDocument(home.database.db, { ...inGroup(), title: "De fiets", content: lines("Neem de fiets.") }), slug: "de-fiets", easyDocumentId: id, easyTitle: "De fiets, makkelijk", easyContent: lines("Fiets!") });
    const files = await unpack("facilitator");
    const folder = `teksten/samen-de-bus-nemen-${id.slice(0, 8)}`;
    for (const path of [`${folder}/samen-de-bus-nemen.html`, `${folder}/samen-de-bus-nemen.md`, `${folder}/samen-de-bus-nemen.docx`, `${folder}/foto/${picture.id}.jpg`, "leermateriaal/de-fiets-1/de-fiets.html", "leermateriaal/de-fiets-1/makkelijk/de-fiets.md", "index.html"]) expect([...files.keys()]).toContain(path);
    expect(files.get(`${folder}/samen-de-bus-nemen.md`)!.toString()).toContain(`![Een bus](foto/${picture.id}.jpg)`);
    expect(files.get(`${folder}/foto/${picture.id}.jpg`)!.subarray(0, 2).toString("hex")).toBe("ffd8");
    const index = files.get("index.html")!.toString();
    for (const [, href] of index.matchAll(/href="([^"]+)"/g)) expect(files.has(href!)).toBe(true);
    expect(index).toContain("De fiets, makkelijk");
  });

  it("holds only what the asker may read, judged when its turn comes, and of one's own only those", async () => {
    const closed = await makeGroup(home.database.db, { spaceId: world.spaceId, visibility: "members", joining: "request" });
    const open = await makeGroup(home.database.db, { spaceId: world.spaceId, visibility: "public" });
    const made = async (groupId: string, text: string, more = {}) => makeDocument(home.database.db, { groupId, spaceId: world.spaceId, title: text, content: lines(text), ...more });
    await made(closed.id, "Geheim van anderen");
    await made(open.id, "Voor iedereen");
    await made(world.groupId, "Verborgen", { moderation: "hidden" });
    await made(world.groupId, "Ook van ons", { writers: [world.other.actorId] });
    const own = said(await unpack("other", true));
    expect([own.includes("Ook van ons"), own.includes("Zo begint het."), own.includes("Voor iedereen")]).toEqual([true, false, false]);
    await home.database.db.update(group).set({ visibility: "members" }).where(eq(group.id, open.id));
    const all = said(await unpack("facilitator"));
    expect(all).toContain("Zo begint het.");
    expect(all).not.toContain("Verborgen");
    // What was on the list when it began, and is not there any more when its turn comes, is not named.
    const listed = await carrySpace(await as("writer"), { slug, mine: true, room: taken });
    await home.database.db.update(groupMembership).set({ endedAt: house.now() }).where(eq(groupMembership.personId, world.writer.id));
    const names = (await buffer(listed.body)).toString("latin1");
    expect([names.includes("index.html"), names.includes("samen-de-bus")]).toEqual([true, false]);
  });

  it("is for who runs the leerplek, and of one's own for who is signed in", async () => {
    const asked = (mine: boolean) => ({ slug, mine, room: taken });
    expect([await codeOf(carrySpace(await as("writer"), asked(false))), await codeOf(carrySpace(await as(null), asked(true))), await codeOf(carrySpace(await as("writer"), { slug: "bestaat-niet", mine: true, room: taken }))]).toEqual(["forbidden", "sign_in", "not_found"]);
    expect([(await readCarryForm(await as("writer"), slug)).all, (await readCarryForm(await as("facilitator"), slug)).all, await codeOf(readCarryForm(await as(null), slug))]).toEqual([false, true, "sign_in"]);
    expect(said(await unpack("stranger", true))).not.toContain("Zo begint");
  });

  it("is made for one person once at a time and for two at once, and again after that or when nobody takes it", async () => {
    const first = await carrySpace(await as("writer"), { slug, mine: true, room: taken });
    expect(await codeOf(carrySpace(await as("writer"), { slug, mine: true, room: taken }))).toBe("busy");
    const second = await carrySpace(await as("other"), { slug, mine: true, room: taken });
    expect(await codeOf(carrySpace(await as("facilitator"), { slug, mine: false, room: taken }))).toBe("busy");
    second.body.destroy();
    await new Promise((resolve) => (second.body.closed ? resolve(null) : second.body.once("close", resolve)));
    expect((await unpack("facilitator")).has("index.html")).toBe(true);
    await buffer(first.body);
    await new Promise((resolve) => (first.body.closed ? resolve(null) : first.body.once("close", resolve)));
    expect((await unpack("writer", true)).has("index.html")).toBe(true);
    await home.database.db.delete(document).where(eq(document.spaceId, world.spaceId));
    expect((await unpack("facilitator")).size).toBe(1);
  });

  it("waits for who takes it slowly", async () => {
    let goOn = () => undefined as void;
    let asked = 0;
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    const { body } = await carrySpace(await as("writer"), { slug, mine: true, room: () => ((asked += 1), gate) });
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const parts: Buffer[] = [];
    for await (const part of body as AsyncIterable<Buffer>) {
      if (parts.push(part) > 1) continue;
      while (asked === 0) await turn();
      for (let turns = 0; turns < 50; turns += 1) await turn();
      expect(asked).toBe(1);
      goOn();
    }
    expect(unzip(Buffer.concat(parts)).has("index.html")).toBe(true);
    expect(asked).toBeGreaterThan(1);
  });

  it("names its files so that every system takes them", async () => {
    for (const title of ["AUX", "Lpt1", "../../etc/passwd", "\u202egpj.exe", "C:\\x?*|<>", "日本語", "a".repeat(150)]) await makeDocument(home.database.db, { ...inGroup(), title, content: lines(title) });
    const paths = [...(await unpack("facilitator")).keys()];
    for (const path of paths) expect(path).toMatch(/^(?:[a-z0-9][a-z0-9-]*\/)*[a-z0-9][a-z0-9-]*\.(?:html|md|docx|jpg)$/);
    expect(paths.filter((path) => /(?:^|\/)(?:aux|lpt1)\./.test(path) || path.length > 200)).toEqual([]);
    expect(paths.some((path) => path.endsWith("/tekst-aux.html"))).toBe(true);
  });
});
