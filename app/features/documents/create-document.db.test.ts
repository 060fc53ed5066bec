import { and, asc, eq, isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { document, documentComment, fact, space } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { loadEntities } from "~/platform/entities.server";
import { makeCtx, theHouse } from "~/platform/ctx.server";
import { collectFacts } from "~/platform/write-facts.server";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import { actOnDocument, createDocument, documentSubject, commentSubject, listGroupDocuments, listSpaceTexts, postComment, readDocument, removeComment, renameDocument, searchDocuments } from "./index.server";
import { closeLanes } from "./worker/lanes.server";
import { makeWorld, type World } from "./test/writing-world";

const home = useDatabase({ keep: true });
let house: TestHouse;
let world: World;
const as = (who: keyof World & ("writer" | "other" | "reader" | "facilitator" | "stranger")) => ctxFor(house, world[who].id);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));

beforeAll(() => {
  house = testHouse(home.database);
});
beforeEach(async () => {
  world = await makeWorld(house);
});
afterAll(() => closeLanes(house));

/** Published facts; that somebody read it is only in the log, and comes when it comes. */
const factsAbout = (id: string) =>
  house.database.db
    .select({ type: fact.type, stream: fact.stream, actorId: fact.actorId, role: fact.role })
    .from(fact)
    .where(and(eq(fact.objectId, id), isNotNull(fact.stream)))
    .orderBy(fact.id);

/** What everyone in the group has of a thing, as it travels with its facts. */
async function loaded(kind: string, id: string) {
  return (await loadEntities(makeCtx(house, { actor: theHouse }), `group:${world.groupId}`, [{ kind, id }]))[0]!;
}

describe("beginning a text", () => {
  const given = () => ({ id: crypto.randomUUID(), groupId: world.groupId, title: "  Samen   koken ", licence: "CC BY-SA 4.0", template: "recipe", text: "Eerst water.\n\nDan pasta." });

  it("makes its first content once, on the server, from the template and the first words", async () => {
    const input = given();
    expect(await createDocument(await as("writer"), input)).toEqual({ id: input.id });
    const page = await readDocument(await as("other"), input.id);
    expect(page.document).toMatchObject({ title: "Samen koken", licence: "CC BY-SA 4.0", rev: 1 });
    expect(page.content.content!.map((node) => [node.type, node.content?.[0]?.text])).toEqual([
      ["heading", "Voor wie?"],
      ["paragraph", undefined],
      ["heading", "Wat heb je nodig?"],
      ["paragraph", undefined],
      ["heading", "Wat doe je?"],
      ["paragraph", undefined],
      ["paragraph", "Eerst water."],
      ["paragraph", "Dan pasta."],
    ]);
    expect(page.writers.map(({ name }) => name)).toEqual(["Noor"]);
    expect(page.may).toEqual({ write: true, comment: true, history: "forbidden", propose: true, publish: "forbidden", narrow: "forbidden" });
    expect(await factsAbout(input.id)).toEqual([{ type: "document.created", stream: `group:${world.groupId}`, actorId: world.writer.actorId, role: "resident" }]);
    expect(await loaded("document", input.id)).toEqual({ ...page.document });
  });

  it("gives the first one when it is sent again, and refuses the same id for something else", async () => {
    const input = given();
    const sent = await Promise.all([1, 2, 3].map(async () => createDocument(await as("writer"), input)));
    expect(new Set(sent.map(({ id }) => id))).toEqual(new Set([input.id]));
    expect(await factsAbout(input.id)).toHaveLength(1);
    expect(await codeOf(createDocument(await as("other"), input))).toBe("already_done");
  });

  it.each([["reader", "forbidden"], ["stranger", "join_group"]] as const)("refuses a %s", async (who, code) => {
    expect(await codeOf(createDocument(await as(who), given()))).toBe(code);
    expect(await codeOf(createDocument(await ctxFor(house, null), given()))).toBe("sign_in");
  });

  it("names each field that is wrong", async () => {
    const refused = await createDocument(await as("writer"), { ...given(), title: "a", licence: "©", template: "roman" }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "invalid_input", detail: { fields: { title: "too_short", licence: "not_valid", template: "not_valid" } } });
  });
});

describe("title and licence", () => {
  it("changes them for everyone, and not over what somebody else changed meanwhile", async () => {
    const { id } = world.document;
    await renameDocument(await as("other"), { id, title: "Bus en trein", licence: "CC0 1.0", rev: "1" });
    expect((await readDocument(await as("writer"), id)).document).toMatchObject({ title: "Bus en trein", licence: "CC0 1.0", rev: 2 });
    expect(await codeOf(renameDocument(await as("writer"), { id, title: "Iets anders", licence: "CC0 1.0", rev: "1" }))).toBe("stale");
    expect(await codeOf(renameDocument(await as("writer"), { id, title: "Bus en trein", licence: "CC0 1.0", rev: "1" }))).toBe("ok");
    expect(await codeOf(renameDocument(await as("reader"), { id, title: "Van mij", licence: "CC0 1.0", rev: "2" }))).toBe("forbidden");
    expect((await factsAbout(id)).map(({ type }) => type)).toEqual(["document.renamed"]);
    expect(await loaded("document", id)).toEqual({ ...(await readDocument(await as("other"), id)).document });
  });
});

describe("remarks", () => {
  const remark = (text = "Mooi!") => ({ id: crypto.randomUUID(), document: world.document.id, text });

  it("stands under the text once, with its author as shown here, and travels with its fact", async () => {
    const input = remark();
    for (let times = 0; times < 2; times += 1) await postComment(await as("other"), input);
    const [comment] = (await readDocument(await as("reader"), world.document.id)).comments;
    expect(comment).toMatchObject({ id: input.id, text: "Mooi!", author: { name: "Jef", staff: null }, thread: null, passage: null, resolved: null });
    expect(await loaded("document-comment", input.id)).toEqual(comment);
    expect((await factsAbout(input.id)).map(({ type }) => type)).toEqual(["document.comment-posted"]);
    expect(await codeOf(postComment(await as("writer"), input))).toBe("already_done");
    expect(await codeOf(postComment(await as("reader"), remark()))).toBe("forbidden");
    expect(await codeOf(postComment(await as("stranger"), remark()))).toBe("join_group");
    expect(await codeOf(postComment(await as("writer"), remark(" ")))).toBe("invalid_input");
  });

  it("goes for good when its author takes it back, also twice, and for nobody else", async () => {
    const input = remark("Vergissing");
    await postComment(await as("other"), input);
    expect(await codeOf(removeComment(await as("facilitator"), { id: input.id }))).toBe("forbidden");
    for (let times = 0; times < 2; times += 1) expect(await codeOf(removeComment(await as("other"), { id: input.id }))).toBe("ok");
    expect((await readDocument(await as("other"), world.document.id)).comments).toEqual([]);
    const [row] = await house.database.db.select().from(documentComment).where(eq(documentComment.id, input.id));
    expect(row).toMatchObject({ text: "", state: "removed", rev: 2 });
    expect(await loaded("document-comment", input.id)).toMatchObject({ gone: "removed", rev: 2, text: "" });
  });

  it("is a plain form of the page", async () => {
    const ctx = await as("writer");
    const id = crypto.randomUUID();
    expect(await actOnDocument(ctx, world.document.id, { intent: "comment", id, text: "Zonder script" })).toBe(`/teksten/${world.document.id}#opmerkingen`);
    expect(await actOnDocument(ctx, world.document.id, { intent: "remove-comment", id })).toBe(`/teksten/${world.document.id}#opmerkingen`);
    expect(await codeOf(actOnDocument(ctx, world.document.id, { intent: "iets" }))).toBe("invalid_input");
  });
});

describe("who sees it", () => {
  it("shows a text of a closed group to its members alone: page, lists, search", async () => {
    const { id } = world.document;
    await house.database.db.update(document).set({ title: "Zwaluwstaart", plainText: "fietspomp" }).where(eq(document.id, id));
    expect(await codeOf(readDocument(await as("reader"), id))).toBe("ok");
    expect(await codeOf(readDocument(await as("stranger"), id))).toBe("join_group");
    expect(await codeOf(readDocument(await ctxFor(house, null), id))).toBe("sign_in");
    expect((await listGroupDocuments(await as("reader"), world.groupId)).documents.map((one) => one.id)).toEqual([id]);
    const search = async (who: Parameters<typeof as>[0] | null, words: string) => (await searchDocuments(who ? await as(who) : await ctxFor(house, null), { words, limit: 10 })).map((one) => one.id);
    for (const words of ["zwaluwstaart", "fietspompen"]) {
      expect(await search("reader", words)).toEqual([id]);
      expect(await search("stranger", words)).toEqual([]);
      expect(await search(null, words)).toEqual([]);
    }
    for (const words of ["", "  ", "'; drop table", "a & | !", "\"", ":*"]) expect(await codeOf(search("reader", words))).toBe("ok");
  });

  it("hides a text with everything in it, and gives it back as it was", async () => {
    const { id } = world.document;
    const comment = { id: crypto.randomUUID(), document: id, text: "Nog iets" };
    await postComment(await as("other"), comment);
    const ctx = makeCtx(house, { actor: theHouse });
    const { fact: write, facts } = collectFacts(ctx);
    const before = await documentSubject.measures.hide.apply(ctx, id, write);
    expect(facts.map(({ type }) => [type.name, type.changesAccess])).toEqual([["document.moderated", true]]);
    for (const who of ["writer", "facilitator"] as const) expect(await codeOf(readDocument(await as(who), id))).toBe("not_found");
    expect((await listSpaceTexts(await as("writer"), { slug: await slugOfSpace(), page: 1 })).documents).toEqual([]);
    expect(await searchDocuments(await as("writer"), { words: "begint", limit: 5 })).toEqual([]);
    expect(await loaded("document", id)).toEqual({ kind: "document", id, rev: 2, gone: "hidden" });
    expect(await loaded("document-comment", comment.id)).toMatchObject({ gone: "hidden" });
    expect(await documentSubject.find(ctx, id)).toMatchObject({ state: "hidden", text: "Zo begint het.", authorActor: world.writer.actorId, shownName: "Noor" });
    await documentSubject.measures.hide.undo(ctx, id, before, write);
    expect((await readDocument(await as("writer"), id)).comments).toHaveLength(1);

    const hidden = await commentSubject.measures.hide.apply(ctx, comment.id, write);
    expect((await readDocument(await as("writer"), id)).comments).toEqual([expect.objectContaining({ gone: "hidden", text: "", author: { id: null, name: "", staff: null } })]);
    await commentSubject.measures.hide.undo(ctx, comment.id, hidden, write);
    expect((await readDocument(await as("writer"), id)).comments[0]).toMatchObject({ text: "Nog iets" });
  });

  it("notes that a member read it, after the answer and once in half an hour; never a reader without an account", async () => {
    const ctx = await as("reader");
    for (let times = 0; times < 3; times += 1) await readDocument(ctx, world.document.id);
    const opened = async () => (await house.database.db.select().from(fact).where(eq(fact.objectId, world.document.id)).orderBy(asc(fact.id))).filter(({ type }) => type === "document.opened");
    while ((await opened()).length === 0) await new Promise((resolve) => setImmediate(resolve));
    await readDocument(await as("facilitator"), world.document.id);
    while ((await opened()).length === 1) await new Promise((resolve) => setImmediate(resolve));
    expect((await opened()).map(({ actorId, stream }) => [actorId, stream])).toEqual([[world.reader.actorId, null], [world.facilitator.actorId, null]]);
  });
});

async function slugOfSpace(): Promise<string> {
  const [row] = await house.database.db.select({ slug: space.slug }).from(space).where(eq(space.id, world.spaceId));
  return row!.slug;
}
