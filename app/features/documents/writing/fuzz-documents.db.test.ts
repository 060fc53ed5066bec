import { and, count, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import { makeDocument } from "#db/factories/make-document";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { makePerson, type MadePerson } from "#db/factories/make-person";
import { makeSpace } from "#db/factories/make-space";
import { document, documentUpdate, groupMembership } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { headWatches } from "~/platform/live-event.server";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import { bodyField, schemaVersion } from "../content-rules";
import { closeDocumentFeed } from "./document-feed.server";
import { joinEarly } from "../editor/early-join";
import { DocumentSync } from "../editor/sync-document";
import { closeLanes } from "../worker/lanes.server";
import "./live-events.server";
import { newPush } from "../editor/outbox";
import { openDoc } from "../open-doc";
import { readCommitted } from "../queries.server";
import { editRandomly } from "../test/edit-randomly";
import { call, endConnections, FaultyLine, noFaults, repeatsAnswered, rounds, TestConnection } from "../test/live-world";
import { randomFrom, type Random } from "~/platform/test/random";

const schedules = Number(process.env["FUZZ_SCHEDULES"] ?? 300);
const seed = Number(process.env["FUZZ_SEED"] ?? 1);
/** At once: as many as leave the database's connections to what is tested. */
const together = 10;

const home = useDatabase({ keep: true });
let house: TestHouse;
let watch: NodeJS.Timeout;
/** Nothing happened to anybody of a schedule for so long: it never comes to rest, and says how it stands rather than run into the time of the test. */
const stuckMs = 90_000;
let spaceId: string;
/** Each schedule has one of these sets, so that nobody pushes more in a minute than a person may. */
let sets: MadePerson[][];

beforeAll(async () => {
  house = testHouse(home.database);
  const { db } = house.database;
  spaceId = (await makeSpace(db)).id;
  // As the server does once a second: what a database that was busy failed to hand on is handed on then.
  watch = setInterval(() => void Promise.all(headWatches().map((sweep) => sweep())).catch(() => undefined), 1_000);
  sets = await Promise.all(Array.from({ length: Math.min(together, schedules) }, () => Promise.all(Array.from({ length: 4 }, (_, index) => makePerson(db, { name: `Schrijver ${index}` })))));
});
afterAll(async () => {
  clearInterval(watch);
  await repeatsAnswered();
  endConnections();
  closeDocumentFeed(house);
  await closeLanes(house);
});

interface Client {
  person: MadePerson;
  doc: Y.Doc;
  line: FaultyLine;
  sync: DocumentSync;
  onChange: () => void;
}

it(`keeps every acknowledged edit and ends equal everywhere, over ${schedules} schedules of faults`, { timeout: 480_000 + schedules * 1_000 }, async () => {
  const waiting = Array.from({ length: schedules }, (_, index) => seed * 1_000_000 + index);
  const work = async (people: MadePerson[]) => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await play(next, people);
  };
  await Promise.all(sets.map(work));
});

async function play(schedule: number, people: MadePerson[]): Promise<void> {
  const random = randomFrom(schedule);
  const { db } = house.database;
  const group = await makeGroup(db, { spaceId, visibility: "members" });
  const [reader, ...writers] = people as [MadePerson, ...MadePerson[]];
  for (const person of people) await makeGroupMembership(db, { group, personId: person.id, mayWrite: person !== reader });
  const made = await makeDocument(db, { groupId: group.id, spaceId, authorActor: writers[0]!.actorId });
  const clients = await Promise.all(writers.map((person, index) => open(made.id, person, index === 0, random)));
  const cheat = random.chance(0.3) ? new TestConnection((await ctxFor(house, reader.id)).actor, () => undefined) : null;
  if (cheat) expect(await call(house, cheat, "document:join", { id: made.id, stateVector: new Uint8Array(), schemaVersion })).toMatchObject({ ok: true, role: "read" });

  const revokeAt = random.chance(0.4) ? random.below(10) : -1;
  let revoked: { client: Client; rows: number } | null = null;
  for (let step = 0; step < 10; step += 1) {
    const client = random.pick(clients);
    if (random.chance(0.1)) client.line.cut();
    else client.line.connect();
    for (let edits = random.below(4); edits >= 0; edits -= 1) editRandomly(client.doc, random);
    if (cheat && random.chance(0.5)) {
      const answer = await tamper(cheat, made.id, random);
      // A machine too busy to examine it in time says to try again; either way nothing of it is kept.
      expect(answer).toMatchObject({ ok: false, code: expect.stringMatching(/^(forbidden|retry|busy|unavailable)$/) });
    }
    if (step === revokeAt) revoked = await revoke(made.id, group.id, clients[0]!, random);
    await rounds(random.below(4));
  }
  await settle(made.id, clients, revoked?.client ?? null);

  const told = `schedule ${schedule}`;
  const rows = await db.select().from(documentUpdate).where(eq(documentUpdate.documentId, made.id)).orderBy(documentUpdate.seq);
  expect(rows.map((row) => row.seq), told).toEqual(rows.map((_, index) => index + 1));
  expect(rows.some((row) => row.actorId === reader.actorId), told).toBe(false);
  if (revoked) expect(rows.filter((row) => row.actorId === revoked.client.person.actorId).length, told).toBe(revoked.rows);

  const committed = (await readCommitted(await ctxFor(house, null), made.id))!;
  const server = openDoc();
  for (const update of [committed.snapshot, ...committed.rows.map((row) => row.update)]) Y.applyUpdate(server, update);
  expect(server.store.pendingStructs, told).toBeNull();
  for (const { doc, sync, person } of clients.filter((client) => client !== revoked?.client)) {
    expect(sync.current, told).toMatchObject({ phase: "live", waiting: 0, seq: committed.seq });
    expect(shown(doc), `${told}, ${person.name}`).toBe(shown(server));
    expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(server)), told).toBe(true);
  }
  // What was acknowledged to the one who lost the right is there too: acknowledged and waiting together are all they made.
  if (revoked) expect(revoked.client.sync.current.phase, told).toBe("locked");
  for (const { sync, line } of clients) {
    sync.stop();
    line.cut();
  }
  cheat?.end();
}

/** `deaf`: now and then it does not hear what the server sends by itself. */
async function open(id: string, person: MadePerson, deaf: boolean, random: Random): Promise<Client> {
  const doc = openDoc();
  doc.getXmlFragment(bodyField);
  const faults = { lost: 0.1, answerLost: 0.1, twice: 0.1, delay: 3, unheard: deaf ? 0.1 : 0 };
  const line = new FaultyLine(house, (await ctxFor(house, person.id)).actor, random, faults);
  line.connect();
  const early = random.chance(0.5) ? joinEarly(line, id) : line;
  const client: Client = { person, doc, line, onChange: () => undefined, sync: new DocumentSync({ id, doc, line: early, onState: () => client.onChange(), wait: () => rounds(1 + random.below(3)) }) };
  // Its editor is made meanwhile.
  await rounds(random.below(6));
  if (random.chance(0.1)) line.cut();
  line.connect();
  await client.sync.start();
  return client;
}

/** Somebody who may only read sends edits all the same. */
async function tamper(connection: TestConnection, id: string, random: Random) {
  const doc = openDoc();
  editRandomly(doc, random);
  return call(house, connection, "document:push", { id, push: newPush(), update: Y.encodeStateAsUpdate(doc) });
}

/** Takes the right to write away and counts what that person had stored when it was committed. */
async function revoke(documentId: string, groupId: string, client: Client, random: Random): Promise<{ client: Client; rows: number }> {
  const change = random.chance(0.5) ? { mayWrite: false } : { endedAt: house.now(), endedBecause: "removed" as const };
  await house.database.db.update(groupMembership).set(change).where(and(eq(groupMembership.groupId, groupId), eq(groupMembership.personId, client.person.id)));
  const [stored] = await house.database.db
    .select({ rows: count() })
    .from(documentUpdate)
    .where(and(eq(documentUpdate.documentId, documentId), eq(documentUpdate.actorId, client.person.actorId)));
  return { client, rows: stored!.rows };
}

/** Mends the lines and lets everything arrive; looks again whenever a client's state changed. @throws when one was locked out that has the right, or when it never comes to rest. */
async function settle(id: string, clients: Client[], out: Client | null): Promise<void> {
  const rest = clients.filter((client) => client !== out);
  for (const { line } of clients) {
    // Who did not hear something last has no way to know; a new connection tells.
    if (line.faults.unheard > 0) line.cut();
    line.faults = noFaults;
    line.connect();
  }
  for (;;) {
    const changed = new Promise<void>((resolve) => clients.forEach((client) => (client.onChange = resolve)));
    const locked = rest.find(({ sync: { current } }) => current.phase === "locked");
    if (locked) throw new Error(`${locked.person.name} was locked out of ${id}: ${locked.sync.current.lock!.code}`);
    const isAtRest = rest.every(({ sync: { current } }) => current.waiting === 0 && current.phase === "live");
    if (isAtRest && (out === null || out.sync.current.phase === "locked")) {
      const [row] = await house.database.db.select({ seq: document.seq }).from(document).where(eq(document.id, id));
      if (rest.every(({ sync: { current } }) => current.waiting === 0 && current.seq === row!.seq)) return;
    }
    await unlessStuck(changed, () => clients.map((client) => ({ ...client.sync.current, out: client === out, line: client.line.state() })));
  }
}

/** @throws with what `tell` gives when it takes longer than anything here may. */
async function unlessStuck(what: Promise<void>, tell: () => unknown): Promise<void> {
  let clock: NodeJS.Timeout | undefined;
  const stuck = new Promise<never>((_, reject) => (clock = setTimeout(() => reject(new Error(`never at rest: ${JSON.stringify(tell())}`)), stuckMs)));
  await Promise.race([what, stuck]).finally(() => clearTimeout(clock));
}

function shown(doc: Y.Doc): string {
  return doc.getXmlFragment(bodyField).toString();
}
