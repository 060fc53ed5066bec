import { sql } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "redis";
import type { Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { openDatabase, type Database } from "#db/client.server";
import { findPostgres } from "#db/test/find-postgres";
import { startPostgres, type TestPostgres } from "#db/test/start-postgres";
import { schemaVersion } from "~/features/documents/content-rules";
import { refusedStart, startServer, type RunningServer } from "./test/run-server";
import { redisIsHere, startRedis, type TestRedis } from "./test/start-redis";
import { credentialsIn, idsOnPage, nextOf, Visitor } from "./test/visitor";

const postgresIsHere = findPostgres().found;
if (!postgresIsHere) console.warn("SKIPPED: several processes on one database; there are no PostgreSQL programs here.");
if (!redisIsHere) console.warn("SKIPPED: several processes with Redis; there is no redis-server here (Debian: apt-get install redis-server).");

let postgres: TestPostgres;
let database: Database;
let settings: Record<string, string>;
const folders: string[] = [];
const folder = () => (folders.push(mkdtempSync(join(tmpdir(), "leerhoek-process-"))), folders.at(-1)!);

describe.skipIf(!postgresIsHere)("several processes on one PostgreSQL", () => {
  let here: RunningServer;
  let there: RunningServer;

  beforeAll(async () => {
    postgres = await startPostgres();
    await postgres.administer("CREATE DATABASE together");
    const url = postgres.connectionString("together");
    database = openDatabase({ home: "postgres", connectionString: url });
    settings = { DATABASE_URL: url, DEMO: "1" };
    // Both find an empty database.
    [here, there] = await Promise.all([startServer({ ...settings, DATA_DIR: folder() }), startServer({ ...settings, DATA_DIR: folder() })]);
  });
  afterAll(async () => {
    await Promise.all([here?.terminate(), there?.terminate()]);
    await database?.close();
    await postgres?.stop();
    folders.forEach((one) => rmSync(one, { recursive: true, force: true }));
  });

  test("that start at the same moment on an empty database both come up; the schema and the demonstration are made once", async () => {
    const journal = JSON.parse(readFileSync("db/migrations/meta/_journal.json", "utf8")) as { entries: unknown[] };
    const count = async (table: string) => (await database.db.execute<{ n: number }>(sql.raw(`select count(*)::int as n from ${table}`))).rows[0]!.n;
    expect(await count("drizzle.__drizzle_migrations")).toBe(journal.entries.length);
    expect(await count("space")).toBe(1);
    expect(await count("person")).toBe(12);
    expect(credentialsIn(here.output(), "ria")).toEqual(credentialsIn(there.output(), "ria"));
  });

  test("a database that is not there is said in one sentence", async () => {
    const { code, said } = await refusedStart({ PORT: "0", DATA_DIR: folder(), DATABASE_URL: postgres.connectionString("nowhere") });
    expect([code, said]).toEqual([1, expect.stringMatching(/^The database cannot be reached: [^\n]*nowhere[^\n]*DATABASE_URL[^\n]*\n$/)]);
  });

  test("what one takes in reaches those who read at the other, and a right that ends at one ends at the other", () => walkTogether(here, there));

  describe.skipIf(!redisIsHere)("with Redis between them", () => {
    let redis: TestRedis;
    let listener: ReturnType<typeof createClient>;
    let heard = 0;

    beforeAll(async () => {
      await Promise.all([here.terminate(), there.terminate()]);
      redis = await startRedis(await freePort());
      const joined = { ...settings, REDIS_URL: redis.url };
      [here, there] = await Promise.all([startServer({ ...joined, DATA_DIR: here.dataDir }), startServer({ ...joined, DATA_DIR: there.dataDir })]);
      listener = createClient({ url: redis.url, socket: { reconnectStrategy: 100 } });
      listener.on("error", () => undefined);
      await listener.connect();
      await listener.subscribe("leerhoek:facts", () => void (heard += 1));
    });
    afterAll(async () => {
      listener?.destroy();
      await redis?.stop();
    });

    test("it carries what is new, and the same holds", async () => {
      await walkTogether(here, there);
      expect(heard).toBeGreaterThan(0);
    });

    test("it carries who is there and who writes, of which nothing is kept", async () => {
      const [sam, ria] = await Promise.all([signedIn(here, "sam"), signedIn(there, "ria")]);
      const discussion = await discussionOf(sam);
      await sam.post("/ik/rust", { intent: "presence", presence: "yes", typing: "yes" });
      const [writing, reading] = await Promise.all([sam.live(), ria.live()]);
      const [seen, typed] = [listen(reading, "presence"), listen(reading, "typing")];
      for (const socket of [reading, writing]) expect(await socket.emitWithAck("presence", { discussion, here: true })).toMatchObject({ ok: true, shown: true });
      expect(await seen((one) => one["count"] === 2)).toMatchObject({ discussion, people: [{ name: "Ria (voorbeeld)" }, { name: "Sam (voorbeeld)" }] });
      expect(await writing.emitWithAck("typing", { discussion })).toEqual({ ok: true });
      expect(await typed()).toMatchObject({ discussion, name: "Sam (voorbeeld)" });
      writing.disconnect();
      expect(await seen((one) => one["count"] === 1)).toMatchObject({ people: [{ name: "Ria (voorbeeld)" }] });
      reading.disconnect();
    });

    test("killed, the database carries on alone; back again, it carries", async () => {
      await redis.kill();
      heard = 0;
      await walkTogether(here, there);
      expect(heard).toBe(0);
      await redis.restart();
      const writer = await signedIn(here, "sam");
      const discussion = await discussionOf(writer);
      await expect
        .poll(async () => (await writer.post(`/gesprekken/${discussion}`, { intent: "post", id: randomUUID(), text: "zijn we er weer?" }), heard), { timeout: 30_000, interval: 1_000 })
        .toBeGreaterThan(0);
    });
  });
});

const signedIn = (server: RunningServer, who: string) => new Visitor(server.url).signIn(credentialsIn(server.output(), who));
const discussionOf = async (visitor: Visitor) => (await idsOnPage(visitor, "/leerplekken/samen-in-de-moestuin/gesprekken", "gesprekken"))[0]!;

/** The first event of a name that fits; what was sent before counts too. */
function listen(socket: Socket, name: string): (fits?: (payload: Record<string, unknown>) => boolean) => Promise<Record<string, unknown>> {
  const come: Record<string, unknown>[] = [];
  socket.on(name, (payload: Record<string, unknown>) => void come.push(payload));
  return async (fits = () => true) => {
    for (;;) {
      const found = come.find(fits);
      if (found) return found;
      await nextOf(socket, name);
    }
  };
}

/** One writes at `here`, another reads at `there`: a message, a text, leaving a closed group, signing out everywhere. */
async function walkTogether(here: RunningServer, there: RunningServer): Promise<void> {
  const [writer, reader, readerElsewhere] = await Promise.all([signedIn(here, "fien"), signedIn(there, "ria"), signedIn(here, "ria")]);
  // Who left in an earlier walk is back.
  await database.db.execute(sql`update group_membership set ended_at = null, ended_because = null, ended_reason = null`);
  const groups = (await database.db.execute<{ id: string; name: string }>(sql`select id, name from "group"`)).rows;
  const open = groups.find(({ name }) => name === "De tuin")!.id;
  const closed = groups.find(({ name }) => name === "De serre")!.id;
  const { rows } = await database.db.execute<{ id: string; snapshot: Buffer }>(sql`select id, snapshot from document limit 1`);
  const document = rows[0]!;
  const discussion = await discussionOf(writer);
  const [writing, reading] = await Promise.all([writer.live(), reader.live()]);
  const [facts, denied, updates] = [listen(reading, "fact"), listen(reading, "stream:denied"), listen(reading, "document:update")];

  for (const group of [open, closed]) expect(await reading.emitWithAck("stream:join", { stream: `group:${group}`, since: 0 })).toMatchObject({ ok: true });
  const id = randomUUID();
  expect(await writing.emitWithAck("message:post", { id, discussion, text: "Gelezen aan de overkant?" })).toMatchObject({ ok: true });
  expect(await facts((fact) => (fact["entities"] as { id: string }[]).some((entity) => entity.id === id))).toMatchObject({ stream: `group:${open}` });

  const doc = new Y.Doc();
  const join = { id: document.id, stateVector: Y.encodeStateVector(doc), schemaVersion };
  const joined = (await writing.emitWithAck("document:join", join)) as { ok: boolean; missing: Uint8Array };
  expect(joined).toMatchObject({ ok: true, role: "write" });
  expect(await reading.emitWithAck("document:join", join)).toMatchObject({ ok: true });
  Y.applyUpdate(doc, new Uint8Array(joined.missing));
  const typed = new Promise<Uint8Array>((resolve) => doc.once("update", resolve));
  const paragraph = doc.getXmlFragment("body").toArray().findLast((one) => (one as Y.XmlElement).nodeName === "paragraph") as Y.XmlElement;
  (paragraph.get(0) as Y.XmlText).insert(0, "Samen. ");
  const pushed = (await writing.emitWithAck("document:push", { id: document.id, push: randomUUID(), update: await typed })) as { ok: boolean; seq: number };
  expect(pushed).toMatchObject({ ok: true });
  expect(await updates((update) => update["seq"] === pushed.seq)).toMatchObject({ id: document.id });

  expect((await readerElsewhere.post(`/groepen/${closed}?index`, { intent: "leave" })).status).toBe(302);
  expect(await denied((one) => one["stream"] === `group:${closed}`)).toMatchObject({ code: expect.any(String) });
  expect(await reading.emitWithAck("stream:join", { stream: `group:${closed}`, since: 0 })).toMatchObject({ ok: false, code: "join_group" });

  const ended = nextOf(reading, "disconnect");
  expect((await readerElsewhere.post("/ik/toestellen", { everywhere: "1" })).status).toBe(302);
  await ended;
  writing.disconnect();
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
