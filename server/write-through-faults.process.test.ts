import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findPostgres } from "#db/test/find-postgres";
import { startPostgres, type TestPostgres } from "#db/test/start-postgres";
import { randomFrom } from "~/platform/test/random";
import { beginText, CoWriter, wayOf } from "./test/co-writer";
import { copyOf } from "./test/process-setup";
import { startServer, type RunningServer } from "./test/run-server";
import { stopEmbedded, stopPostgres } from "./test/stop-database";
import { credentialsIn, Visitor } from "./test/visitor";

const found = findPostgres();
// One that runs elsewhere cannot be made to stand still.
const isOurs = found.found && !("url" in found);
if (!isOurs) console.warn("SKIPPED: writing while PostgreSQL stands still; there is none here that a test may stop.");
const space = "/leerplekken/samen-in-de-moestuin";
/** Members of the group; each has two pages open. */
const people = ["fien", "bert", "ria", "sam", "tuur"];
const kills = 4;

/** Where the words are kept: how a server is started on it, how it is made to stand still until it may go on, and how it is let go of. */
interface Home {
  start: () => Promise<RunningServer>;
  stop: (server: RunningServer) => Promise<() => void>;
  end: () => Promise<unknown>;
}

function onPostgres(): Home {
  let postgres: TestPostgres | undefined;
  const address = () => postgres!.connectionString("writing");
  return {
    start: async () => {
      postgres = await startPostgres();
      await postgres.administer("CREATE DATABASE writing");
      return startServer({ DATABASE_URL: address(), DEMO: "1", DATA_DIR: mkdtempSync(join(tmpdir(), "leerhoek-process-")) });
    },
    stop: () => stopPostgres(address()),
    end: async () => postgres?.stop(),
  };
}

const onEmbedded = (): Home => ({
  start: () => startServer({ DEMO: "1", DATA_DIR: copyOf(inject("preparedFolder")) }),
  stop: async (server) => stopEmbedded(server.pid()),
  end: async () => undefined,
});

const homes: [string, () => Home][] = [["the embedded database", onEmbedded], ...(isOurs ? [["PostgreSQL", onPostgres] as [string, () => Home]] : [])];

describe.each(homes)("ten people write, their words on %s", (_name, make) => {
  const home = make();
  let server: RunningServer;
  let visitors: Visitor[];

  beforeAll(async () => {
    server = await home.start();
    visitors = await Promise.all(people.map((who) => new Visitor(server.url).signIn(credentialsIn(server.output(), who))));
  });
  afterAll(async () => {
    await server?.stop();
    await home.end();
  });

  async function begin(): Promise<CoWriter[]> {
    const text = await beginText(visitors[0]!, space, "De tuin", "Hier begint het.");
    return Promise.all([...visitors, ...visitors].map((visitor) => new CoWriter(wayOf(visitor), text).open()));
  }

  /** Everything that anybody typed is there, once, on every screen and for who opens the text only now. */
  async function expectAllThere(writers: CoWriter[]): Promise<void> {
    await Promise.all(writers.map((writer) => writer.saved()));
    const head = Math.max(...writers.map(({ sync }) => sync.current.seq));
    await Promise.all(writers.map((writer) => writer.until(({ seq }) => seq >= head)));
    const late = await new CoWriter(wayOf(visitors[0]!), writers[0]!.document).open();
    expect([...late.paragraphs].sort()).toEqual(["Hier begint het.", ...writers.map(({ typed }) => typed)].sort());
    for (const writer of writers) expect(writer.paragraphs).toEqual(late.paragraphs);
    const page = (await (await visitors[1]!.get(`/teksten/${late.document}`)).text()).replace(/<[^>]*>/g, "");
    for (const { typed } of writers) expect(page).toContain(typed.trim());
    [...writers, late].forEach((writer) => writer.leave());
  }

  test("a database that stands still for ten seconds: nobody's page says saved, nothing is lost, and all go on", async () => {
    const writers = await begin();
    let isOver = false;
    const typing = writers.map((writer, index) => writer.typeOn(`s${index}-`, () => isOver, 200));
    await Promise.all(writers.map((writer) => writer.until(({ seq }) => seq > 20)));
    const goOn = await home.stop(server);
    try {
      // The ten seconds are what is tried.
      const away = new Promise((resolve) => setTimeout(resolve, 10_000));
      // What was typed from now on cannot be stored, and every page says how much waits ("Nog niet bewaard").
      await Promise.all(writers.map((writer) => writer.until(({ waiting }) => waiting >= 3)));
      expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
      await away;
      expect(writers.map(({ sync }) => sync.current.waiting > 0)).toEqual(writers.map(() => true));
    } finally {
      goOn();
      isOver = true;
    }
    await Promise.all(typing);
    await expectAllThere(writers);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect(server.output()).not.toContain("Yjs was already imported");
  });

  test(`the server is killed ${kills} times at any moment: nothing that anybody typed is lost or there twice`, async () => {
    const writers = await begin();
    const random = randomFrom(9);
    let isOver = false;
    const typing = writers.map((writer, index) => writer.typeOn(`k${index}-`, () => isOver));
    for (let kill = 0; kill < kills; kill += 1) {
      const before = writers[kill]!.sync.current.seq;
      await writers[kill]!.until(({ seq }) => seq > before + 10);
      // At another moment of the work each time.
      await new Promise((resolve) => setTimeout(resolve, random.below(120)));
      await server.killAndRestart();
    }
    isOver = true;
    await Promise.all(typing);
    await expectAllThere(writers);
  });
});
