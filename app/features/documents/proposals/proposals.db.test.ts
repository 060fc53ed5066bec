import { and, eq } from "drizzle-orm";
import * as Y from "yjs";
import { beforeEach, describe, expect, it } from "vitest";
import { document, documentProposal, documentUpdate, documentWriter, fact, groupMembership, person } from "#db/schema/index";
import { makeProposal } from "#db/factories/make-proposal";
import { useDatabase } from "#db/test/use-database";
import { collectDownload, eraseAccount, hashPassword } from "~/features/accounts/index.server";
import { goodPassword } from "~/features/accounts/test/act-as";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { actOnProposal, changeProposal, decideProposal, listProposals, pushUpdate, readDocument, readProposal, readPropose, readVersions, sendProposal, withdrawProposal } from "../index.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, storedText, type World } from "../test/writing-world";

const home = useDatabase({ keep: true });
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
const as = (who: "writer" | "other" | "reader" | "facilitator" | "stranger") => ctxFor(house, world[who].id);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
const rowOf = async (id: string) => (await house.database.db.select().from(documentProposal).where(eq(documentProposal.id, id)))[0];
const push = async (who: "writer" | "other", change: (editor: Editor) => Uint8Array) => {
  const editor = await Editor.open(await as(who), world.document.id);
  return pushUpdate(await as(who), pushOf(world.document, change(editor)));
};

beforeEach(async () => {
  world = await makeWorld(house);
});

/** An edit of the first piece, or of another, of somebody's draft. */
async function edit(text: string, given: Record<string, unknown> = {}, who: "reader" | "other" = "reader") {
  const page = await readPropose(await as(who), world.document.id, null);
  return { id: page.id, document: world.document.id, edit: crypto.randomUUID(), key: page.pieces[0]!.key, how: "replace", text, ...given };
}
/** A proposal that the reader sent, which makes the first sentence another one. */
async function sent(text = "Zo begint het beter."): Promise<string> {
  const { id } = await changeProposal(await as("reader"), await edit(text));
  await sendProposal(await as("reader"), { id, note: "Dat leest vlotter." });
  return id;
}

describe("writing one", () => {
  it("is for everyone who may read: a draft that only its author sees, kept with each change", async () => {
    const first = await edit("Zo begint het niet.");
    for (let times = 0; times < 3; times += 1) expect(await changeProposal(await as("reader"), first)).toEqual({ id: first.id });
    await changeProposal(await as("reader"), await edit("En zo gaat het voort.", { how: "after" }));
    const page = await readPropose(await as("reader"), world.document.id, null);
    expect(page).toMatchObject({ id: first.id, hasDraft: true });
    expect(page.pieces.map(({ text }) => text)).toEqual(["Zo begint het niet.", "En zo gaat het voort."]);
    expect(page.parts).toHaveLength(1);
    expect(await storedText(house, world.document.id)).toBe("<paragraph>Zo begint het.</paragraph>");
    expect((await readPropose(await as("writer"), world.document.id, null)).hasDraft).toBe(false);
    expect(await codeOf(readProposal(await as("writer"), world.document.id, first.id))).toBe("not_found");
    expect(await codeOf(withdrawProposal(await as("writer"), { id: first.id }))).toBe("not_found");
    expect((await listProposals(await as("writer"), world.document.id)).open).toEqual([]);
  });

  it("refuses who may not read, what is not there, and another draft beside it", async () => {
    const good = await edit("x");
    expect(await codeOf(changeProposal(await as("stranger"), good))).toBe("join_group");
    expect(await codeOf(changeProposal(await ctxFor(house, null), good))).toBe("sign_in");
    expect(await codeOf(changeProposal(await as("reader"), { ...good, key: "1:1" }))).toBe("stale");
    for (const bad of [{ key: "x" }, { key: "99999999999999999:1" }, { how: "under" }, { text: "a".repeat(10_001) }, { how: "after", text: "" }, { id: "x" }]) expect(await codeOf(changeProposal(await as("reader"), { ...good, ...bad }))).toBe("invalid_input");
    const two = await Promise.all([good, await edit("y")].map(async (one) => codeOf(changeProposal(await as("reader"), one))));
    expect(two.filter((code) => code === "ok").length).toBeGreaterThanOrEqual(1);
    expect(await house.database.db.select({ id: documentProposal.id }).from(documentProposal).where(eq(documentProposal.documentId, world.document.id))).toHaveLength(1);
  });

  it("is sent once, never empty, and not by the hundred", async () => {
    const { id } = await changeProposal(await as("reader"), await edit("Anders."));
    const back = await edit("Zo begint het.");
    await changeProposal(await as("reader"), back);
    expect(await codeOf(sendProposal(await as("reader"), { id, note: "" }))).toBe("invalid_input");
    await changeProposal(await as("reader"), await edit("Toch anders."));
    for (let times = 0; times < 2; times += 1) expect(await codeOf(sendProposal(await as("reader"), { id, note: "Zo." }))).toBe("ok");
    const facts = await house.database.db.select({ stream: fact.stream }).from(fact).where(and(eq(fact.objectId, id), eq(fact.type, "document.proposal-sent")));
    expect(facts).toEqual([{ stream: `group:${world.groupId}` }]);
    expect(await codeOf(changeProposal(await as("reader"), back))).toBe("already_done");
    for (let more = 0; more < 4; more += 1) await makeProposal(house.database.db, { document: world.document, authorActor: world.reader.actorId });
    const next = (await readPropose(await as("reader"), world.document.id, null)).id;
    await changeProposal(await as("reader"), await edit("Nog eens.", { id: next }));
    expect(await codeOf(sendProposal(await as("reader"), { id: next, note: "" }))).toBe("too_many");
  });
});

describe("deciding", () => {
  it("puts it in the text as an edit of who decides, live, with who proposed it as one who wrote along", async () => {
    const id = await sent();
    expect(await actOnProposal(await as("writer"), world.document.id, { intent: "decide-proposal", id, take: "all", reason: "" })).toBe(`/teksten/${world.document.id}/voorstellen/${id}`);
    expect(await storedText(house, world.document.id)).toBe("<paragraph>Zo begint het beter.</paragraph>");
    const [row] = await house.database.db.select().from(documentUpdate).where(eq(documentUpdate.documentId, world.document.id));
    expect(row).toMatchObject({ seq: 1, actorId: world.writer.actorId, push: id });
    expect((await house.database.db.select({ actorId: documentWriter.actorId }).from(documentWriter).where(eq(documentWriter.documentId, world.document.id))).map((one) => one.actorId).sort()).toEqual([world.writer.actorId, world.reader.actorId].sort());
    expect((await readVersions(await as("reader"), world.document.id, null)).versions).toMatchObject([{ kind: "before_proposal", by: { name: "Lies" } }]);
    expect(await readProposal(await as("reader"), world.document.id, id)).toMatchObject({ proposal: { state: "decided", outcome: "accepted", decided: { by: { name: "Noor" } } }, parts: [{ taken: true }] });
    expect(await rowOf(id)).toMatchObject({ base: Buffer.alloc(0), update: Buffer.alloc(0) });
    const told = await house.database.db.select({ stream: fact.stream, data: fact.data }).from(fact).where(and(eq(fact.objectId, id), eq(fact.type, "document.proposal-answered-for-you")));
    expect(told).toEqual([{ stream: `person:${world.reader.actorId}`, data: { document: world.document.id, outcome: "accepted" } }]);
  });

  it("is done once, whoever is at it at the same moment", async () => {
    const id = await sent();
    const codes = await Promise.all([codeOf(decideProposal(await as("writer"), { id, take: "all" })), codeOf(decideProposal(await as("other"), { id, take: "all" })), codeOf(decideProposal(await as("facilitator"), { id, take: "none", reason: "Liever niet." }))]);
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    expect(codes.filter((code) => code === "already_decided")).toHaveLength(2);
    expect((await storedText(house, world.document.id)).match(/beter/g)?.length ?? 0).toBe((await rowOf(id))!.outcome === "declined" ? 0 : 1);
    expect(await codeOf(withdrawProposal(await as("reader"), { id }))).toBe("already_decided");
  });

  it("takes parts, keeps what others typed meanwhile, and says what can no longer go in", async () => {
    await push("writer", (editor) => editor.make((body) => body.insert(1, ["Twee.", "Drie."].map((words) => { const made = new Y.XmlElement("paragraph"); made.insert(0, [new Y.XmlText(words)]); return made; }))));
    const pieces = async () => (await readPropose(await as("reader"), world.document.id, null)).pieces;
    let id = "";
    for (const [piece, text] of [[0, "Zo begon het."], [1, "Twee!"], [2, "Drie!"]] as const) ({ id } = await changeProposal(await as("reader"), await edit(text, { key: (await pieces())[piece]!.key })));
    await sendProposal(await as("reader"), { id, note: "" });
    await push("other", (editor) => editor.make((body) => { editor.text.insert(editor.text.length, " Met koffie."); body.delete(2, 1); }));
    const { parts } = await readProposal(await as("writer"), world.document.id, id);
    expect(parts.map(({ state }) => state)).toEqual(["moved_on", "fits", "gone"]);
    expect(await codeOf(decideProposal(await as("writer"), { id, take: "parts", parts: [parts[2]!.key] }))).toBe("stale");
    expect(await codeOf(decideProposal(await as("writer"), { id, take: "parts", parts: ["7:7"] }))).toBe("invalid_input");
    await decideProposal(await as("writer"), { id, take: "parts", parts: [parts[0]!.key, parts[2]!.key], reason: "De rest niet." });
    expect(await storedText(house, world.document.id)).toBe("<paragraph>Zo begon het. Met koffie.</paragraph><paragraph>Twee.</paragraph>");
    expect(await readProposal(await as("reader"), world.document.id, id)).toMatchObject({ proposal: { outcome: "partly", reason: "De rest niet." }, parts: [{ taken: true }, { taken: false }, { taken: false, state: "gone" }] });
  });

  it("declines with a reason, which it asks for, and leaves the text alone", async () => {
    const id = await sent();
    const before = await storedText(house, world.document.id);
    for (const bad of [{ take: "none" }, { take: "none", reason: "x" }, { take: "parts", parts: [] }, { take: "some" }, { take: "all", reason: "a".repeat(2_001) }]) expect(await codeOf(decideProposal(await as("writer"), { id, ...bad }))).toBe("invalid_input");
    await decideProposal(await as("writer"), { id, take: "none", reason: "We houden het kort." });
    expect(await storedText(house, world.document.id)).toBe(before);
    expect(await readProposal(await as("reader"), world.document.id, id)).toMatchObject({ proposal: { outcome: "declined", reason: "We houden het kort." }, parts: [{ taken: false }] });
  });

  it("is for who may write now: not for a reader, nor for who lost the right in between", async () => {
    const id = await sent();
    for (const who of ["reader", "stranger"] as const) expect(await codeOf(decideProposal(await as(who), { id, take: "all" }))).toBe(who === "reader" ? "forbidden" : "join_group");
    await house.database.db.update(groupMembership).set({ mayWrite: false }).where(and(eq(groupMembership.groupId, world.groupId), eq(groupMembership.personId, world.other.id)));
    expect(await codeOf(decideProposal(await as("other"), { id, take: "all" }))).toBe("forbidden");
    await house.database.db.update(document).set({ moderation: "hidden" }).where(eq(document.id, world.document.id));
    expect(await codeOf(decideProposal(await as("writer"), { id, take: "all" }))).toBe("not_found");
    expect((await rowOf(id))!.state).toBe("open");
  });

  it("lets nothing in that a push would not", async () => {
    const evil = new Y.Doc();
    Y.applyUpdate(evil, world.document.snapshot);
    const left = Y.encodeStateVector(evil);
    const script = new Y.XmlElement("script");
    evil.getXmlFragment("body").insert(1, [script]);
    const made = await makeProposal(house.database.db, { document: world.document, authorActor: world.reader.actorId, update: Buffer.from(Y.encodeStateAsUpdate(evil, left)) });
    expect((await readProposal(await as("writer"), world.document.id, made.id)).parts).toMatchObject([{ state: "gone" }]);
    expect(await codeOf(decideProposal(await as("writer"), { id: made.id, take: "all" }))).toBe("stale");
    expect(await storedText(house, world.document.id)).not.toContain("script");
  });
});

it("is withdrawn by its author alone: its words go for good, and nobody can take it any more", async () => {
  const id = await sent();
  expect(await codeOf(withdrawProposal(await as("writer"), { id }))).toBe("forbidden");
  for (let times = 0; times < 2; times += 1) await withdrawProposal(await as("reader"), { id });
  expect(await rowOf(id)).toMatchObject({ state: "withdrawn", note: "", parts: [], update: Buffer.alloc(0), base: Buffer.alloc(0) });
  expect(await codeOf(decideProposal(await as("writer"), { id, take: "all" }))).toBe("already_decided");
});

describe("who leaves", () => {
  const leave = async (who: "reader" | "writer", words: "keep" | "remove") => {
    await house.database.db.update(person).set({ passwordHash: await hashPassword(goodPassword) }).where(eq(person.id, world[who].id));
    await eraseAccount(await as(who), { currentPassword: goodPassword, words });
  };

  it("takes proposals along or leaves them without a name; what was taken over stays in the text", async () => {
    const taken = await sent();
    await decideProposal(await as("writer"), { id: taken, take: "all", reason: "Goed zo." });
    const open = await sent("Zo begint het best.");
    const { id: draft } = await changeProposal(await as("reader"), await edit("Half."));
    await leave("writer", "remove");
    expect(await rowOf(taken)).toMatchObject({ reason: "", outcome: "accepted" });
    await leave("reader", "keep");
    expect(await rowOf(draft)).toBeUndefined();
    expect(await readProposal(await as("other"), world.document.id, open)).toMatchObject({ proposal: { author: { id: null, name: "vroegere deelnemer" } } });
    expect(await storedText(house, world.document.id)).toContain("beter");
  });

  it("has no proposal left after taking the words along", async () => {
    const ids = [await sent(), await sent("Nog anders.")];
    await leave("reader", "remove");
    expect(await Promise.all(ids.map(rowOf))).toEqual([undefined, undefined]);
  });
});

it("is in the download of who proposed it, and stands on the page of the text for who may propose", async () => {
  await sent("Zo begint het wonderwel.");
  expect(JSON.stringify(await collectDownload(await as("reader")))).toContain("wonderwel");
  expect((await readDocument(await as("reader"), world.document.id)).may).toMatchObject({ propose: true, write: "forbidden" });
});
