import { eq } from "drizzle-orm";
import * as Y from "yjs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { documentComment, documentCommentVersion, fact, group, groupMembership, person } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { eraseAccount, hashPassword } from "~/features/accounts/index.server";
import { goodPassword } from "~/features/accounts/test/act-as";
import { makeCtx, theHouse } from "~/platform/ctx.server";
import { loadEntities } from "~/platform/entities.server";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import { bodyField } from "../content-rules";
import { actOnDocument, editComment, foldDocuments, postComment, pushUpdate, readCommentForm, readCommentHistory, readDocument, removeComment, resolveComment } from "../index.server";
import { closeLanes } from "../worker/lanes.server";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";
import { toBase64 } from "../writing/base64";
import { threadsOf } from "./threads";

const home = useDatabase({ keep: true });
let house: TestHouse;
let world: World;
const as = (who: "writer" | "other" | "reader" | "facilitator" | "stranger") => ctxFor(house, world[who].id);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const remark = <M extends object>(more?: M) => ({ id: crypto.randomUUID() as string, document: world.document.id, text: "Klopt dit?", ...(more as M) });
const commentsNow = async () => (await readDocument(await as("reader"), world.document.id)).comments;

const rootNow = async (id: string) => (await commentsNow()).find((one) => one.id === id)!;

beforeAll(() => {
  house = testHouse(home.database);
});
beforeEach(async () => {
  world = await makeWorld(house);
});
afterAll(() => closeLanes(house));

/** A passage of the first paragraph, as a browser would name it. */
function passage(editor: Editor, from: number, to: number) {
  const at = (index: number, assoc: number) => Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(editor.text, index, assoc));
  return { start: at(from, 0), end: at(to, -1) };
}
const open = async () => Editor.open(await as("writer"), world.document.id);

describe("changing one's own", () => {
  const staffSees = async (id: string) => (await readCommentHistory(await as("facilitator"), { id })).versions.map(({ comment }) => comment.text);

  it("shows everyone that and when, and those who run things what it said; who is named anew is told once", async () => {
    const input = remark({ text: "Klopt dit, @Noor?" });
    await postComment(await as("other"), input);
    const later = new Date(house.now().getTime() + 60_000);
    house.setNow(later);
    const change = async (text: string, rev: number) => editComment.withFacts(await as("other"), { id: input.id, text, rev });
    const { facts } = await change("Klopt dit, @Noor en @Lies?", 1);
    expect(facts.map(({ type, stream }) => [type, stream]).sort()).toEqual([["document.comment-edited", `group:${world.groupId}`], ["document.mention-for-you", `person:${world.reader.actorId}`]]);
    expect(await rootNow(input.id)).toMatchObject({ text: "Klopt dit, @Noor en @Lies?", edited: later.toISOString(), rev: 2 });
    expect((await change("Klopt dit, @Noor en @Lies?", 1)).facts).toEqual([]);
    expect(await codeOf(change("Iets anders", 1))).toBe("stale");
    await resolveComment(await as("writer"), { id: input.id, resolved: true });
    await change("Klopt het?", 2);
    expect(await staffSees(input.id)).toEqual(["Klopt het?", "Klopt dit, @Noor en @Lies?", "Klopt dit, @Noor?"]);
    const [fromStream] = await loadEntities(await as("reader"), `group:${world.groupId}`, [{ kind: "document-comment", id: input.id }]);
    expect(fromStream).toEqual(await rootNow(input.id));
  });

  it("is for its author alone, and never of what moderation hid; the earlier words are for those who run things alone", async () => {
    const { id } = await postComment(await as("other"), remark());
    const edit = async (who: "writer" | "other" | "reader" | "facilitator" | "stranger") => codeOf(editComment(await as(who), { id, text: "Anders", rev: 1 }));
    expect([await edit("writer"), await edit("facilitator"), await edit("reader"), await edit("stranger")]).toEqual(["forbidden", "forbidden", "forbidden", "join_group"]);
    expect([await codeOf(readCommentForm(await as("writer"), { id })), await codeOf(readCommentForm(await as("other"), { id }))]).toEqual(["forbidden", "ok"]);
    expect([await codeOf(readCommentHistory(await as("other"), { id })), await codeOf(readCommentHistory(await as("stranger"), { id }))]).toEqual(["forbidden", "join_group"]);
    await house.database.db.update(documentComment).set({ state: "hidden" }).where(eq(documentComment.id, id));
    expect([await edit("other"), await codeOf(readCommentHistory(await as("facilitator"), { id }))]).toEqual(["closed", "not_found"]);
  });

  it("leaves nothing of the earlier words once it is taken back", async () => {
    const { id } = await postComment(await as("other"), remark());
    await editComment(await as("other"), { id, text: "Anders", rev: 1 });
    await removeComment(await as("other"), { id });
    expect(await house.database.db.select().from(documentCommentVersion).where(eq(documentCommentVersion.commentId, id))).toEqual([]);
  });
});

describe("on a passage", () => {
  it("quotes what the server finds there, whatever was typed around it, and after the log was folded", async () => {
    const editor = await open();
    await pushUpdate(await as("writer"), pushOf(world.document, editor.make(() => editor.text.insert(0, "👋🏽 "))));
    const at = editor.text.toString().indexOf("begint");
    const input = remark(passage(editor, at, at + 6));
    await postComment(await as("other"), input);
    expect((await commentsNow())[0]).toMatchObject({ id: input.id, passage: { quote: "begint", start: Buffer.from(input.start).toString("base64") } });
    // A form names it in base64.
    const { start, end } = { start: toBase64(input.start), end: toBase64(input.end) };
    await postComment(await as("other"), remark({ start, end }));
    expect((await commentsNow())[1]!.passage).toEqual({ quote: "begint", start, end });
    expect(await codeOf(postComment(await as("other"), remark({ start: "?", end })))).toBe("invalid_input");
    house.setNow(new Date(house.now().getTime() + 5 * 60_000));
    await foldDocuments(house);
    const again = await open();
    const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(input.start), again.doc)!;
    expect(again.text.toString().slice(found.index, found.index + 6)).toBe("begint");
  });

  it("refuses positions that are not in the text, without writing anything", async () => {
    const editor = await open();
    const { start, end } = passage(editor, 0, 2);
    const elsewhere = new Y.Doc();
    const text = elsewhere.getText("elsewhere");
    text.insert(0, "abc");
    const other = Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, 1));
    const root = Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(elsewhere.getText("made up"), 0));
    const body = Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(editor.doc.getXmlFragment(bodyField), 0));
    const bad = [{ start: other, end }, { start: root, end }, { start: body, end }, { start: new Uint8Array([9, 9, 9, 9]), end }, { start: new Uint8Array(), end }, { start: end, end: start }, { start, end: start }];
    for (const one of bad) expect(await codeOf(postComment(await as("other"), remark(one)))).toBe("stale");
    expect(await codeOf(postComment(await as("other"), remark({ start: new Uint8Array(65), end })))).toBe("invalid_input");
    expect(await codeOf(postComment(await as("stranger"), remark({ start, end })))).toBe("join_group");
    expect(await commentsNow()).toEqual([]);
  });

  it("keeps the quote when the passage goes", async () => {
    const editor = await open();
    await postComment(await as("other"), remark(passage(editor, 0, 2)));
    await pushUpdate(await as("writer"), pushOf(world.document, editor.make(() => editor.text.delete(0, editor.text.length))));
    expect((await commentsNow())[0]!.passage!.quote).toBe("Zo");
    expect(await codeOf(postComment(await as("other"), remark(passage(editor, 0, 0))))).toBe("stale");
  });
});

describe("threads", () => {
  it("takes answers to a remark, one level deep and in its own text alone", async () => {
    const root = remark();
    await postComment(await as("other"), root);
    const answer = remark({ thread: root.id, text: "Ja, ik vroeg het na." });
    for (let times = 0; times < 2; times += 1) await postComment(await as("writer"), answer);
    expect(threadsOf(await commentsNow()).open).toMatchObject([{ root: { id: root.id }, answers: [{ id: answer.id, thread: root.id }] }]);
    expect(await codeOf(postComment(await as("other"), remark({ thread: answer.id })))).toBe("not_found");
    const elsewhere = await makeWorld(house);
    expect(await codeOf(postComment(await ctxFor(house, elsewhere.writer.id), remark({ thread: root.id, document: elsewhere.document.id })))).toBe("not_found");
    expect(await codeOf(postComment(await as("reader"), remark({ thread: root.id })))).toBe("forbidden");
  });

  it("keeps the answers when the remark is taken back, and shows nothing of it", async () => {
    const root = remark({ text: "Vergissing" });
    await postComment(await as("other"), root);
    await postComment(await as("writer"), remark({ thread: root.id, text: "Geeft niet." }));
    await removeComment(await as("other"), { id: root.id });
    const [thread] = threadsOf(await commentsNow()).open;
    expect(thread).toMatchObject({ root: { gone: "removed", text: "" }, answers: [{ text: "Geeft niet." }] });
    expect(await codeOf(postComment(await as("writer"), remark({ thread: root.id })))).toBe("not_found");
  });

  it("says who resolved it, opens it again, and does either once", async () => {
    const root = remark();
    await postComment(await as("other"), root);
    const answer = remark({ thread: root.id });
    await postComment(await as("other"), answer);
    const sent = await Promise.all([1, 2, 3].map(async () => codeOf(resolveComment(await as("writer"), { id: root.id, resolved: true }))));
    expect(sent).toEqual(["ok", "ok", "ok"]);
    const shown = await rootNow(root.id);
    expect(shown).toMatchObject({ rev: 2, resolved: { by: { name: "Noor" }, at: house.now().toISOString() } });
    const [entity] = await loadEntities(makeCtx(house, { actor: theHouse }), `group:${world.groupId}`, [{ kind: "document-comment", id: root.id }]);
    expect(entity).toEqual(shown);
    expect(await codeOf(resolveComment(await as("reader"), { id: root.id, resolved: false }))).toBe("forbidden");
    expect(await codeOf(resolveComment(await as("writer"), { id: answer.id, resolved: true }))).toBe("not_found");
    await actOnDocument(await as("other"), world.document.id, { intent: "resolve-comment", id: root.id, resolved: "false" });
    expect(await rootNow(root.id)).toMatchObject({ rev: 3, resolved: null });
    const facts = await house.database.db.select({ data: fact.data }).from(fact).where(eq(fact.type, "document.comment-resolved")).orderBy(fact.id);
    expect(facts.filter(({ data }) => (data as { document: string }).document === world.document.id).map(({ data }) => (data as { resolved: boolean }).resolved)).toEqual([true, false]);
  });
});

describe("who only reads", () => {
  it("leaves remarks where the group chose so, with a name, and decides on none", async () => {
    expect(await codeOf(postComment(await as("reader"), remark()))).toBe("forbidden");
    await house.database.db.update(group).set({ readersRemark: true }).where(eq(group.id, world.groupId));
    const root = remark();
    expect(await codeOf(postComment(await as("reader"), root))).toBe("ok");
    expect(await codeOf(postComment(await as("reader"), remark({ thread: root.id })))).toBe("ok");
    expect(await rootNow(root.id)).toMatchObject({ author: { name: "Lies" } });
    expect(await codeOf(resolveComment(await as("reader"), { id: root.id, resolved: true }))).toBe("forbidden");
    expect((await readDocument(await as("reader"), world.document.id)).may).toMatchObject({ comment: true, write: "forbidden" });
    // Not a member of the leerplek: also where everyone may read.
    expect(await codeOf(postComment(await as("stranger"), remark()))).toBe("join_group");
    await house.database.db.update(group).set({ visibility: "public" }).where(eq(group.id, world.groupId));
    expect(await codeOf(postComment(await as("stranger"), remark()))).toBe("join_space");
    await house.database.db.update(groupMembership).set({ mayWrite: false, endedAt: house.now() }).where(eq(groupMembership.personId, world.reader.id));
    expect(await codeOf(postComment(await as("reader"), remark()))).toBe("ok");
    await house.database.db.update(group).set({ readersRemark: false }).where(eq(group.id, world.groupId));
    expect(await codeOf(postComment(await as("reader"), remark()))).toBe("join_group");
  });
});

describe("who is told", () => {
  const told = async (id: string) =>
    (await house.database.db.select({ type: fact.type, stream: fact.stream }).from(fact).where(eq(fact.objectId, id))).filter(({ stream }) => stream?.startsWith("person:")).map(({ type, stream }) => `${type} ${stream}`).sort();

  it("tells who wrote in the thread and who is named, each once and never oneself", async () => {
    const root = remark();
    await postComment(await as("other"), root);
    const answer = remark({ thread: root.id, text: "@Jef en @Lies, kijk eens." });
    await postComment(await as("writer"), answer);
    expect(await told(answer.id)).toEqual([`document.mention-for-you person:${world.other.actorId}`, `document.mention-for-you person:${world.reader.actorId}`].sort());
    const second = remark({ thread: root.id, text: "Goed zo, @Noor" });
    await postComment(await as("facilitator"), second);
    expect(await told(second.id)).toEqual([`document.answer-for-you person:${world.other.actorId}`, `document.mention-for-you person:${world.writer.actorId}`].sort());
    const [row] = await house.database.db.select().from(documentComment).where(eq(documentComment.id, second.id));
    expect(row!.mentions).toEqual([{ at: 9, length: 5, actor: world.writer.actorId }]);
  });

  it("forgets the name of who leaves in what others wrote to them", async () => {
    const [root, theirs] = [remark({ text: "Kijk, @Jef" }), remark()];
    await house.database.db.delete(documentCommentVersion);
    await postComment(await as("writer"), root);
    await editComment(await as("writer"), { id: root.id, text: "Kijk eens, @Jef, naar de uren.", rev: 1 });
    await postComment(await as("other"), theirs);
    await editComment(await as("other"), { id: theirs.id, text: "Anders", rev: 1 });
    expect((await rootNow(root.id)).text).toBe("Kijk eens, @Jef, naar de uren.");
    await house.database.db.update(person).set({ passwordHash: await hashPassword(goodPassword) }).where(eq(person.id, world.other.id));
    await eraseAccount(await as("other"), { currentPassword: goodPassword, words: "keep" });
    const [row] = await house.database.db.select().from(documentComment).where(eq(documentComment.id, root.id));
    expect(row!.text).toBe("Kijk eens, @…, naar de uren.");
    expect((await house.database.db.select().from(documentCommentVersion)).map(({ text }) => text)).toEqual(["Kijk, @…"]);
    expect((await rootNow(root.id)).text).not.toContain("Jef");
  });
});
