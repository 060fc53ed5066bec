import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { document, documentUpdate, person as personTable, spaceMembership } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import type { Ctx } from "~/platform/ctx.server";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import { closeDocumentFeed } from "../writing/document-feed.server";
import { joinDocument } from "../writing/join-document.server";
import { closeLanes } from "../worker/lanes.server";
import { pushUpdate } from "../writing/push-update.server";
import { readDocument } from "../read-document.server";
import { planSession } from "../session/plan-session";
import { readEditionSession, readSession } from "../session/read-session.server";
import { endConnections, TestConnection } from "../test/live-world";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";

const home = useDatabase({ keep: true });
let house: TestHouse;
let world: World;
let ctx: Ctx;

beforeAll(() => {
  house = testHouse(home.database);
});
beforeEach(async () => {
  house.database = home.database;
  world = await makeWorld(house);
  ctx = await ctxFor(house, world.writer.id);
});
afterAll(async () => {
  endConnections();
  closeDocumentFeed(house);
  await closeLanes(house);
});

const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const element = (name: string, attributes: Record<string, unknown> = {}, ...children: (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, children);
  return made;
};
const paragraph = (words: string) => element("paragraph", {}, new Y.XmlText(words));
const versionOf = async () => (await house.database.db.select({ version: document.schemaVersion }).from(document).where(eq(document.id, world.document.id)))[0]!.version;
const push = async (change: (body: Y.XmlFragment) => void, schemaVersion = 2) => pushUpdate(ctx, { ...pushOf(world.document, (await Editor.open(ctx, world.document.id)).make(change)), schemaVersion });

it("lets an editor of the first version write until the text holds what it would take away, and read from then on only", async () => {
  expect(await codeOf(push((body) => body.insert(1, [paragraph("Nog een.")]), 1))).toBe("ok");
  expect(await versionOf()).toBe(1);
  expect(await codeOf(push((body) => body.insert(1, [element("callout", { kind: "tip" }, paragraph("Breng een hamer mee."))])))).toBe("ok");
  expect(await versionOf()).toBe(2);
  expect(await codeOf(push((body) => body.insert(1, [paragraph("Te laat.")]), 1))).toBe("upgrade");
  const old = { id: world.document.id, stateVector: new Uint8Array(), schemaVersion: 1 };
  expect(await codeOf(joinDocument(ctx, old, new TestConnection(ctx.actor, () => undefined)))).toBe("upgrade");
  expect((await readDocument(ctx, world.document.id)).content.content).toMatchObject([{ type: "paragraph" }, { type: "callout", attrs: { kind: "tip" } }, { type: "paragraph" }]);
});

it("gives a raw client that sends elements or attributes of its own a code, and stores nothing of it", async () => {
  const person = crypto.randomUUID();
  const hostile = [
    element("iframe", { src: "https://example.org" }),
    element("image", { picture: person, alt: "x", onerror: "alert(1)" }),
    element("image", { picture: "data:image/svg+xml,<svg onload=alert(1)>", alt: "x" }),
    element("embed", { href: "javascript:alert(1)" }),
    element("table", {}, element("tableRow", {}, element("tableCell", { style: "position:fixed" }, paragraph("x")))),
    element("details", { open: true }, paragraph("x")),
    element("learningBlock", { kind: "activity", minutes: 1e9 }, paragraph("x")),
    element("taskList", {}, element("taskItem", { checked: "onclick" }, paragraph("x"))),
  ];
  for (const one of hostile) expect(await codeOf(push((body) => body.insert(0, [one]))), one.nodeName).toBe("forbidden_content");
  expect(await house.database.db.select().from(documentUpdate).where(eq(documentUpdate.documentId, world.document.id))).toEqual([]);
});

it("names who is mentioned as the reader may see it, and nobody who was erased or belongs elsewhere", async () => {
  const memberships = await house.database.db.select().from(spaceMembership).where(eq(spaceMembership.spaceId, world.spaceId));
  const noor = memberships.find(({ personId }) => personId === world.writer.id)!;
  const jef = memberships.find(({ personId }) => personId === world.other.id)!;
  await push((body) => {
    (body.get(0) as Y.XmlElement).insert(0, [element("mention", { person: noor.id }), element("mention", { person: crypto.randomUUID() })]);
    body.insert(1, [element("taskList", {}, element("taskItem", { checked: false, person: jef.id }, paragraph("Zaal vragen")))]);
  });
  expect((await readDocument(ctx, world.document.id)).people).toEqual({ [noor.id]: noor.shownName, [jef.id]: jef.shownName });
  await house.database.db.delete(personTable).where(eq(personTable.id, world.other.id));
  expect((await readDocument(ctx, world.document.id)).people).toEqual({ [noor.id]: noor.shownName });
});

it("gives the session plan to who may read the text, as it stands now, and to nobody else", async () => {
  await push((body) => body.insert(1, [element("learningBlock", { kind: "activity", minutes: 20 }, paragraph("Kennismaken"))]));
  const page = await readSession(await ctxFor(house, world.reader.id), { id: world.document.id, begins: "14:00" });
  expect(page).toMatchObject({ begins: 840, back: `/teksten/${world.document.id}` });
  expect(planSession(page.content)).toMatchObject({ minutes: 20, parts: [{ title: "Kennismaken" }] });
  expect(await codeOf(readSession(await ctxFor(house, world.stranger.id), { id: world.document.id, begins: null }))).toBe("join_group");
  expect(await codeOf(readSession(await ctxFor(house, null), { id: world.document.id, begins: null }))).toBe("sign_in");
  for (const number of [null, "0", "1e3"]) expect(await codeOf(readEditionSession(ctx, { slug: "is-er-niet", number, begins: null }))).toBe("not_found");
});
