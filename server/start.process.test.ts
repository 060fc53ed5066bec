import { sql } from "drizzle-orm";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, inject, test } from "vitest";
import { openEmbedded } from "#db/home.server";
import { copyOf } from "./test/process-setup";
import { refusedStart, startServer } from "./test/run-server";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));
const keep = (folder: string) => (folders.push(folder), folder);
const emptyFolder = () => keep(mkdtempSync(join(tmpdir(), "leerhoek-process-")));
const preparedFolder = () => keep(copyOf(inject("preparedFolder")));

/** One sentence or two on one line: no stack, no code of the program. */
const oneSentence = /^[A-Z][^\n]{10,300}\.\n$/;

describe("a start that cannot go on says why in one sentence, ends with a code, and touches nothing", () => {
  test("a taken port", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as AddressInfo;
    const dir = join(emptyFolder(), "data");
    const { code, said } = await refusedStart({ PORT: String(port), DATA_DIR: dir });
    taken.close();
    expect(code).toBe(1);
    expect(said).toMatch(oneSentence);
    expect(said).toContain(`Port ${port} is taken`);
    expect(existsSync(dir)).toBe(false);
  });

  test("an address that this machine does not have", async () => {
    const { code, said } = await refusedStart({ PORT: "0", HOST: "192.0.2.1", DATA_DIR: join(emptyFolder(), "data") });
    expect(code).toBe(1);
    expect(said).toMatch(oneSentence);
    expect(said).toContain("192.0.2.1");
  });

  test("a configuration that is not right", async () => {
    const { code, said } = await refusedStart({ PORT: "many", DATA_DIR: join(emptyFolder(), "data") });
    expect(code).toBe(1);
    expect(said).toMatch(oneSentence);
    expect(said).toContain("PORT");
  });

  test("a data folder that cannot be written", async () => {
    const file = join(emptyFolder(), "a-file");
    writeFileSync(file, "as it was");
    const { code, said } = await refusedStart({ PORT: "0", DATA_DIR: join(file, "data") });
    expect(code).toBe(1);
    expect(said).toMatch(oneSentence);
    expect(said).toContain(join(file, "data"));
  });

  test("a database that cannot be reached, of which the password is not told", async () => {
    const dir = emptyFolder();
    const { code, said } = await refusedStart({ PORT: "0", DATA_DIR: dir, DATABASE_URL: "postgres://somebody:geheimwoord@127.0.0.1:1/none" });
    expect(code).toBe(1);
    expect(said).toMatch(oneSentence);
    expect(said).toContain("DATABASE_URL");
    expect(said).not.toContain("geheimwoord");
    expect(readdirSync(dir)).toEqual([]);
  });

  test("a database of a newer version, which is as it was afterwards", async () => {
    const dir = preparedFolder();
    const people = async (change?: "add" | "take away") => {
      const database = await openEmbedded({ dir });
      const tomorrow = Date.now() + 86_400_000;
      if (change === "add") await database.db.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of-tomorrow', ${tomorrow})`);
      if (change === "take away") await database.db.execute(sql`delete from drizzle.__drizzle_migrations where hash = 'of-tomorrow'`);
      const { rows } = await database.db.execute<{ n: number }>(sql`select count(*)::int as n from person`);
      await database.close();
      return rows[0]!.n;
    };
    const before = await people("add");
    const { code, said } = await refusedStart({ PORT: "0", DATA_DIR: dir });
    expect(code).toBe(1);
    expect(said).toMatch(oneSentence);
    expect(said).toContain("newer version");
    expect(await people("take away")).toBe(before);
    const server = await startServer({ DATA_DIR: dir });
    expect(await server.terminate()).toBe(0);
  });

  test("a second process on the same folder, while the first goes on", async () => {
    const server = await startServer({ DATA_DIR: preparedFolder() });
    const { code, said } = await refusedStart({ PORT: "0", DATA_DIR: server.dataDir });
    expect(code).toBe(1);
    expect(said).toMatch(oneSentence);
    expect(said).toContain(`process ${server.pid()}`);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect(await server.terminate()).toBe(0);
  });
});
