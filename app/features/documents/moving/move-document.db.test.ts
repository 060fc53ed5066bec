import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { makeDocument, makeDocumentComment, makeEdition } from "#db/factories/make-document";
import { makeGroup, makeGroupMembership, type MadeGroup } from "#db/factories/make-group";
import { makeSpace } from "#db/factories/make-space";
import { document, group as groupTable } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { groupStream } from "~/features/groups/index.server";
import { loadEntities } from "~/platform/entities.server";
import { streamId } from "~/platform/streams";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { listGroupDocuments, moveDocument, placeDocument, pushUpdate, readDocument, readEdition, readMoveTextForm, readTree, readVersions, nameRevision, searchDocuments, trashDocument, type EditionPage } from "../index.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, storedText, type World } from "../test/writing-world";
import type { TreeText } from "../tree/read-tree.server";

const home = useDatabase({ keep: true });
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
/** A closed group of the same leerplek in which the first writer is alone. */
let cellar: MadeGroup;
type Who = "writer" | "other" | "reader" | "facilitator" | "stranger";
const as = (who: Who | null) => ctxFor(house, who && world[who].id);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const move = async (who: Who | null = "facilitator", to = cellar.id, more: { beneath?: "along" | "stay" } = {}) => moveDocument.withFacts(await as(who), { document: world.document.id, to, ...more });
const drawn = (list: TreeText[]): string => list.map(({ title, children }) => (children.length > 0 ? `${title}(${drawn(children)})` : title)).join(" ");
const tree = async (groupId: string) => drawn((await readTree(await as("facilitator"), groupId)).texts);
const closed = { visibility: "members", joining: "request" } as const;

beforeEach(async () => {
  world = await makeWorld(house);
  const { db } = home.database;
  cellar = await makeGroup(db, { ...closed, spaceId: world.spaceId, name: "De kelder" });
  await makeGroupMembership(db, { group: cellar, personId: world.writer.id, shownName: "Noor" });
});

it("goes with its words, remarks, versions and editions to its own address, once, and is told on the streams of both groups", async () => {
  const writer = await as("writer");
  await pushUpdate(writer, pushOf(world.document, (await Editor.open(writer, world.document.id)).type(" En verder.")));
  await nameRevision(writer, { document: world.document.id, name: "Eerste" });
  const remark = await makeDocumentComment(home.database.db, { documentId: world.document.id, authorActor: world.other.actorId });
  const edition = await makeEdition(home.database.db, { document: world.document });
  const first = await move();
  expect(first.facts.map(({ type, stream, data }) => [type, stream, data]).sort()).toEqual([
    ["document.moved-away", groupStream(world.groupId), {}],
    ["document.moved-for-you", streamId("person", world.writer.actorId), { document: world.document.id }],
    ["document.moved-here", groupStream(cellar.id), {}],
  ]);
  expect((await move()).facts).toEqual([]);
  const page = await readDocument(await as("writer"), world.document.id);
  expect([page.place.group.id, page.comments.map(({ id }) => id)]).toEqual([cellar.id, [remark.id]]);
  expect(JSON.stringify(page.content)).toContain("En verder.");
  expect((await readVersions(await as("writer"), world.document.id, null)).versions.map(({ name }) => name)).toEqual(["Eerste"]);
  expect(((await readEdition(await as(null), { slug: edition.slug })) as EditionPage).edition.title).toBe(world.document.title);
  const listed = async (groupId: string) => (await listGroupDocuments(await as("facilitator"), groupId)).documents.length;
  expect([await listed(world.groupId), await listed(cellar.id)]).toEqual([0, 1]);
  const old = await loadEntities(await as("other"), groupStream(world.groupId), [{ kind: "document", id: world.document.id }, { kind: "document-comment", id: remark.id }]);
  expect(old.map(({ gone, text }) => [gone, text])).toEqual([["moved", undefined], ["moved", undefined]]);
});

it("is written and read by the members of the group where it stands now, and by nobody else", async () => {
  const [mine, theirs] = [await Editor.open(await as("writer"), world.document.id), await Editor.open(await as("other"), world.document.id)];
  await move();
  expect(await codeOf(pushUpdate(await as("other"), pushOf(world.document, theirs.type(" Te laat."))))).toBe("join_group");
  expect([await codeOf(readDocument(await as("other"), world.document.id)), await codeOf(readDocument(await as(null), world.document.id))]).toEqual(["join_group", "sign_in"]);
  expect(await searchDocuments(await as("other"), { words: "begint", limit: 5, of: "document" })).toEqual([]);
  await pushUpdate(await as("writer"), pushOf(world.document, mine.type(" Net op tijd.")));
  const text = await storedText(house, world.document.id);
  expect([text.includes("Net op tijd."), text.includes("Te laat.")]).toEqual([true, false]);
});

describe("never goes to more people than it was written for", () => {
  it("and offers no group where it would", async () => {
    const { db } = home.database;
    const stranger = await makeGroup(db, { ...closed, spaceId: world.spaceId });
    await makeGroupMembership(db, { group: stranger, personId: world.stranger.id, shownName: "Vreemd" });
    const easier = await makeGroup(db, { visibility: "members", joining: "open", spaceId: world.spaceId });
    const everyone = await makeGroup(db, { spaceId: world.spaceId });
    expect((await readMoveTextForm(await as("facilitator"), world.document.id)).groups.map(({ id }) => id)).toEqual([cellar.id]);
    for (const { id } of [stranger, easier, everyone]) expect(await codeOf(move("facilitator", id))).toBe("wider_audience");
    expect((await home.database.db.select().from(document).where(eq(document.id, world.document.id)))[0]!.groupId).toBe(world.groupId);
  });
});

it("is refused with the reason", async () => {
  const { db } = home.database;
  const refused = [];
  for (const who of [null, "writer", "reader", "stranger"] as const) refused.push(await codeOf(move(who)));
  expect(refused).toEqual(["sign_in", "forbidden", "join_group", "join_group"]);
  expect(await codeOf(move("facilitator", randomUUID()))).toBe("not_found");
  const elsewhere = await makeGroup(db, { spaceId: (await makeSpace(db)).id });
  expect(await codeOf(move("facilitator", elsewhere.id))).toBe("not_found");
  expect(await codeOf(readMoveTextForm(await as("writer"), world.document.id))).toBe("forbidden");
  expect(await codeOf(moveDocument(await as("facilitator"), { document: world.document.id, to: cellar.id, beneath: "weg" }))).toBe("invalid_input");
  await db.update(groupTable).set({ archivedAt: house.now() }).where(eq(groupTable.id, cellar.id));
  expect(await codeOf(move())).toBe("closed");
  await db.update(groupTable).set({ archivedAt: null }).where(eq(groupTable.id, cellar.id));
  await trashDocument(await as("facilitator"), { document: world.document.id });
  expect(await codeOf(move())).toBe("in_trash");
  await db.update(document).set({ trashedAt: null, moderation: "hidden" }).where(eq(document.id, world.document.id));
  expect(await codeOf(move())).toBe("not_found");
});

describe("what stands beneath it", () => {
  let leaf: string;
  beforeEach(async () => {
    const make = async (title: string) => (await makeDocument(home.database.db, { groupId: world.groupId, spaceId: world.spaceId, authorActor: world.writer.actorId, title })).id;
    const [child, other] = [await make("b"), await make("x")];
    leaf = await make("c");
    await home.database.db.update(document).set({ title: "a" }).where(eq(document.id, world.document.id));
    const writer = await as("writer");
    await placeDocument(writer, { document: world.document.id, parent: other });
    await placeDocument(writer, { document: child, parent: world.document.id });
    await placeDocument(writer, { document: leaf, parent: child });
    expect(await tree(world.groupId)).toBe("x(a(b(c)))");
    expect((await readMoveTextForm(await as("facilitator"), world.document.id)).beneath).toEqual(["b"]);
  });

  it("goes along in its order", async () => {
    const { facts } = await move("facilitator", cellar.id, { beneath: "along" });
    expect([await tree(world.groupId), await tree(cellar.id), facts.length]).toEqual(["x", "a(b(c))", 7]);
    expect(await codeOf(readDocument(await as("other"), leaf))).toBe("join_group");
  });

  it("stays behind at the top, with what stands beneath that", async () => {
    await move("facilitator", cellar.id, { beneath: "stay" });
    expect([await tree(world.groupId), await tree(cellar.id)]).toEqual(["b(c) x", "a"]);
    expect(await codeOf(readDocument(await as("other"), leaf))).toBe("ok");
  });
});

it("two who move it to two groups at once leave it in one of them", async () => {
  const attic = await makeGroup(home.database.db, { ...closed, spaceId: world.spaceId });
  const codes = await Promise.all([codeOf(move("facilitator", cellar.id)), codeOf(move("facilitator", attic.id))]);
  expect(codes).toContain("ok");
  const [row] = await home.database.db.select().from(document).where(eq(document.id, world.document.id));
  expect([cellar.id, attic.id]).toContain(row!.groupId);
});
