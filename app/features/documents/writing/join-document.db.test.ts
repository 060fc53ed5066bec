import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { document, groupMembership, spaceMembership, theme } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { setWriting } from "~/features/groups/index.server";
import type { House } from "~/platform/ctx.server";
import { headWatches } from "~/platform/live-event.server";
import { limits } from "~/platform/limits";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import { readAwareness, writeAwareness } from "./awareness-codec";
import { fromBase64 } from "./base64";
import { bodyField, schemaVersion } from "../content-rules";
import { closeDocumentFeed } from "./document-feed.server";
import "../index.server";
import { closeLanes } from "../worker/lanes.server";
import { openDoc } from "../open-doc";
import { pushUpdate } from "./push-update.server";
import { call, endConnections, rounds, TestConnection } from "../test/live-world";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";

const home = useDatabase({ keep: true });
let house: TestHouse;
let world: World;

beforeAll(() => {
  house = testHouse(home.database);
});
beforeEach(async () => {
  world = await makeWorld(house);
});
afterAll(async () => {
  endConnections();
  closeDocumentFeed(house);
  await closeLanes(house);
});

interface Heard {
  event: string;
  payload: Record<string, unknown>;
}

async function connect(at: House, personId: string | null): Promise<{ connection: TestConnection; heard: Heard[] }> {
  const heard: Heard[] = [];
  const connection = new TestConnection((await ctxFor(at, personId)).actor, (event, payload) => heard.push({ event, payload: payload as Record<string, unknown> }));
  return { connection, heard };
}

const join = (connection: TestConnection, given: object = {}) => call(house, connection, "document:join", { id: world.document.id, stateVector: new Uint8Array(), schemaVersion, ...given });
const sweep = async () => void (await Promise.all(headWatches().map((watch) => watch())));
const room = () => `document:${world.document.id}`;

it("gives a newcomer the whole text, somebody who comes back only what they lack, and then every update in order", async () => {
  const writer = await ctxFor(house, world.writer.id);
  const editor = await Editor.open(writer, world.document.id);
  await pushUpdate(writer, pushOf(world.document, editor.type(" een")));
  const { connection, heard } = await connect(house, world.other.id);
  const joined = (await join(connection)) as unknown as { ok: true; role: string; missing: Uint8Array; stateVector: Uint8Array; seq: number };
  expect(joined).toMatchObject({ ok: true, role: "write", seq: 1 });
  const doc = openDoc();
  Y.applyUpdate(doc, joined.missing);
  expect(doc.getXmlFragment(bodyField).toString()).toBe("<paragraph>Zo begint het. een</paragraph>");
  expect(Y.decodeStateVector(joined.stateVector)).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));

  for (const words of [" twee", " drie"]) await pushUpdate(writer, pushOf(world.document, editor.type(words)));
  await rounds();
  expect(heard.map(({ event, payload }) => [event, payload.seq, (payload.updates as string[]).length])).toEqual([["document:update", 2, 1], ["document:update", 3, 1]]);
  await Promise.all([" vier", " vijf", " zes"].map((words) => pushUpdate(writer, pushOf(world.document, editor.type(words)))));
  await rounds();
  expect(heard.slice(2).flatMap(({ payload }) => (payload.updates as string[]).map(() => payload.seq))).toHaveLength(3);
  // What one commit brought comes in one packet.
  expect(heard.length).toBeLessThan(5);
  expect(heard.at(-1)!.payload.seq).toBe(6);
  const again = (await join(connection, { stateVector: Y.encodeStateVector(doc) })) as unknown as typeof joined;
  expect(again.seq).toBe(6);
  expect(again.missing.byteLength).toBeLessThan(joined.missing.byteLength);
  Y.applyUpdate(doc, again.missing);
  expect(doc.getXmlFragment(bodyField).toString()).toContain("een twee drie");
});

it("serves fifty who come at once", async () => {
  const people = await Promise.all(Array.from({ length: 50 }, (_, index) => connect(house, index % 2 ? world.writer.id : world.other.id)));
  // A slow machine says that it is busy, and a browser asks again.
  const enter = async (connection: TestConnection): Promise<{ ok: boolean }> => {
    const answer = (await join(connection)) as { ok: boolean; code?: string };
    return answer.code === "busy" ? enter(connection) : answer;
  };
  const answers = await Promise.all(people.map(({ connection }) => enter(connection)));
  expect(answers.filter((answer) => !answer.ok)).toEqual([]);
  people.forEach(({ connection }) => connection.end());
});

it("says why somebody cannot come in", async () => {
  expect(await join((await connect(house, world.stranger.id)).connection)).toEqual({ ok: false, code: "join_group", values: { group: world.groupId } });
  expect(await join((await connect(house, null)).connection)).toEqual({ ok: false, code: "sign_in" });
  expect(await join((await connect(house, world.writer.id)).connection, { id: crypto.randomUUID() })).toEqual({ ok: false, code: "not_found" });
  for (const id of ["__proto__", "../etc", "x".repeat(5_000), null, 7]) expect(await join((await connect(house, world.writer.id)).connection, { id })).toMatchObject({ ok: false, code: "invalid_input" });
  expect(await join((await connect(house, world.writer.id)).connection, { stateVector: Uint8Array.from([200, 200]) })).toEqual({ ok: false, code: "invalid_input" });
  await house.database.db.update(document).set({ schemaVersion: schemaVersion + 1 }).where(eq(document.id, world.document.id));
  expect(await join((await connect(house, world.writer.id)).connection)).toEqual({ ok: false, code: "upgrade" });
  expect(await join((await connect(house, world.writer.id)).connection, { schemaVersion: schemaVersion + 1 })).toMatchObject({ ok: true });
  await house.database.db.update(document).set({ schemaVersion: 1, moderation: "hidden" }).where(eq(document.id, world.document.id));
  expect(await join((await connect(house, world.facilitator.id)).connection)).toEqual({ ok: false, code: "not_found" });
});

it("takes a push only from who joined, and gives a refused right one code with its reason", async () => {
  const editor = await Editor.open(await ctxFor(house, world.reader.id), world.document.id);
  const { connection } = await connect(house, world.reader.id);
  const push = pushOf(world.document, editor.type("x"));
  expect(await call(house, connection, "document:push", push)).toEqual({ ok: false, code: "forbidden" });
  expect(await join(connection)).toMatchObject({ ok: true, role: "read" });
  expect(await call(house, connection, "document:push", push)).toEqual({ ok: false, code: "forbidden", values: { reason: "forbidden" } });
  for (const bad of [null, {}, { ...push, update: "x" }, { ...push, update: new Uint8Array() }, { ...push, more: 1 }, { ...push, push: 3 }]) {
    expect(await call(house, connection, "document:push", bad)).toMatchObject({ ok: false, code: "invalid_input" });
  }
});

it("holds no more editors in one text than fit", async () => {
  const people = await Promise.all(Array.from({ length: limits.editorsPerDocument }, () => connect(house, world.writer.id)));
  for (let from = 0; from < people.length; from += 40) await Promise.all(people.slice(from, from + 40).map(({ connection }) => join(connection)));
  const late = await connect(house, world.other.id);
  expect(await join(late.connection)).toEqual({ ok: false, code: "full" });
  expect(await join(people[0]!.connection)).toMatchObject({ ok: true });
  people.pop()!.connection.end();
  expect(await join(late.connection)).toMatchObject({ ok: true });
  [...people, late].forEach(({ connection }) => connection.end());
});

it("tells at once who may no longer write, and puts out who may no longer read", async () => {
  const { connection, heard } = await connect(house, world.writer.id);
  await join(connection);
  house.publisher.track(`group:${world.groupId}`, 0);
  const [membership] = await house.database.db.select().from(spaceMembership).where(eq(spaceMembership.personId, world.writer.id));
  const change = { groupId: world.groupId, membershipId: membership!.id };
  await setWriting(await ctxFor(house, world.facilitator.id), { ...change, mayWrite: "no" });
  await until(() => heard.some(({ event }) => event === "document:role"));
  expect(heard.at(-1)).toEqual({ event: "document:role", payload: { id: world.document.id, role: "read" } });
  await setWriting(await ctxFor(house, world.facilitator.id), { ...change, mayWrite: "yes" });
  await until(() => heard.at(-1)!.payload.role === "write");
  // What another process changed, without a fact of ours, is found by the watch.
  await house.database.db.update(groupMembership).set({ endedAt: house.now(), endedBecause: "removed" }).where(eq(groupMembership.personId, world.writer.id));
  await sweep();
  expect(heard.at(-1)).toEqual({ event: "document:denied", payload: { id: world.document.id, code: "join_group" } });
  expect(connection.follows(room())).toBe(false);
  const editor = await Editor.open(await ctxFor(house, world.other.id), world.document.id);
  const before = heard.length;
  await pushUpdate(await ctxFor(house, world.other.id), pushOf(world.document, editor.type("geheim")));
  expect(heard).toHaveLength(before);
});

it("hands on what another process stored, within one round of the watch", async () => {
  const elsewhere = testHouse(home.database);
  const { connection, heard } = await connect(house, world.other.id);
  await join(connection);
  const writer = await ctxFor(elsewhere, world.writer.id);
  const editor = await Editor.open(writer, world.document.id);
  for (const words of ["a", "b"]) await pushUpdate(writer, pushOf(world.document, editor.type(words)));
  expect(heard).toEqual([]);
  await sweep();
  await until(() => heard.length > 0);
  expect(heard.map(({ payload }) => [payload.seq, (payload.updates as string[]).length])).toEqual([[2, 2]]);
  closeDocumentFeed(elsewhere);
  await closeLanes(elsewhere);
});

/** Lets the loop run until something came about. */
async function until(came: () => boolean): Promise<void> {
  while (!came()) await new Promise((resolve) => setImmediate(resolve));
}

/** Places that somebody heard of, in the order in which they came. */
const placesIn = (heard: Heard[]) => heard.flatMap(({ event, payload }) => (event === "document:awareness" ? readAwareness(fromBase64(payload.update as string))! : []));

it("shows where others are, under the name that the server knows, and never under somebody else's place", async () => {
  const [writer, other, reader] = [await connect(house, world.writer.id), await connect(house, world.other.id), await connect(house, world.reader.id)];
  for (const { connection } of [writer, other, reader]) await join(connection);
  const doc = openDoc();
  const awareness = new Awareness(doc);
  const place = { item: { client: 5, clock: 3 }, assoc: 0 };
  awareness.setLocalState({ user: { name: "Burgemeester", look: 9, onclick: "x" }, cursor: { anchor: place, head: { ...place, extra: "<script>" } }, more: "x" });
  const tell = (connection: TestConnection, update = encodeAwarenessUpdate(awareness, [doc.clientID])) => call(house, connection, "document:awareness", { id: world.document.id, update });
  await tell(writer.connection);
  await until(() => other.heard.length > 0);
  const [shown] = placesIn(other.heard);
  expect(shown).toMatchObject({ client: doc.clientID, state: { user: { name: "Noor", look: 0 }, cursor: { anchor: place, head: place } } });
  expect(Object.keys(shown!.state as object)).toEqual(["user", "cursor"]);

  // Under the client id of another: not handed on. Nor what a reader shows, nor an older state.
  await tell(other.connection);
  await tell(reader.connection, writeAwareness([{ client: 77, clock: 1, state: { cursor: null } }]));
  await tell(writer.connection);
  for (const bad of [new Uint8Array(), Uint8Array.from([1, 5]), Uint8Array.from([255, 255, 255, 255, 15]), writeAwareness(Array.from({ length: 17 }, (_, client) => ({ client, clock: 1, state: {} })))]) await tell(writer.connection, bad);
  const late = await connect(house, world.facilitator.id);
  await join(late.connection);
  expect(placesIn(late.heard)).toMatchObject([{ client: doc.clientID, clock: shown!.clock }]);
  // What was moved just before leaving comes after nothing: who left is not shown again.
  awareness.setLocalStateField("cursor", { anchor: place, head: place });
  await tell(writer.connection);
  writer.connection.end();
  await tell(late.connection, writeAwareness([{ client: 6, clock: 1, state: { cursor: null } }]));
  await until(() => placesIn(other.heard).some(({ client }) => client === 6));
  expect(placesIn(other.heard).map(({ client, state }) => [client, state === null])).toEqual([[doc.clientID, false], [doc.clientID, true], [6, false]]);
  const seen = new Awareness(openDoc());
  for (const { payload } of other.heard) applyAwarenessUpdate(seen, fromBase64(payload.update as string), "server");
  expect([...seen.getStates().keys()].sort()).toEqual([seen.clientID, 6].sort());
  for (const one of [awareness, seen]) one.destroy();
});

it("lets nobody write under the client that another shows, so that what that person types first is not taken for known", async () => {
  const [writer, other] = [await connect(house, world.writer.id), await connect(house, world.other.id)];
  for (const { connection } of [writer, other]) await join(connection);
  await call(house, writer.connection, "document:awareness", { id: world.document.id, update: writeAwareness([{ client: 4_711, clock: 1, state: { cursor: null } }]) });
  const typed = async (who: "writer" | "other", words: string) => {
    const editor = await Editor.open(await ctxFor(house, world[who].id), world.document.id);
    editor.doc.clientID = 4_711;
    return pushOf(world.document, editor.type(words));
  };
  expect(await call(house, other.connection, "document:push", await typed("other", "bezet"))).toMatchObject({ ok: false, code: "forbidden_content" });
  expect(await call(house, writer.connection, "document:push", await typed("writer", " Van mij."))).toMatchObject({ ok: true, seq: 1 });
});

it("keeps presence nameless where the theme is sensitive", async () => {
  await house.database.db.update(theme).set({ sensitive: true });
  const [writer, other] = [await connect(house, world.writer.id), await connect(house, world.other.id)];
  for (const { connection } of [writer, other]) await join(connection);
  await call(house, writer.connection, "document:awareness", { id: world.document.id, update: writeAwareness([{ client: 5, clock: 1, state: { cursor: null } }]) });
  await until(() => other.heard.length > 0);
  expect(placesIn(other.heard)[0]!.state).toEqual({ user: { name: "", look: 0 }, cursor: null });
  await house.database.db.update(theme).set({ sensitive: false });
});
