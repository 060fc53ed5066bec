import { sql } from "drizzle-orm";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { document, fact, moderationCase, person } from "#db/schema/index";
import { makeGroup } from "#db/factories/make-group";
import { makePerson } from "#db/factories/make-person";
import { openEmbedded } from "#db/home.server";
import { migratedDump } from "#db/test/migrated-dump";
import { useDatabase } from "#db/test/use-database";
import { restoreBackup, verifyBackup, writeBackup } from "./backup-file";
import { dumpTables } from "./dump";
import { compareSums } from "./load";

const home = useDatabase();
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "leerhoek-backup-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A home with everything that is hard to carry: bytes, generated columns, numbers the database gives, rows that may not change. */
async function fill(): Promise<void> {
  const { db } = home.database;
  const group = await makeGroup(db);
  await makePerson(db, { name: "Zoë “Ñandú” 👩‍👩‍👧 \\ \" ' \u2028" });
  await db.insert(document).values({ spaceId: group.spaceId, groupId: group.id, title: "Dienstregeling", authorActor: group.id, snapshot: Buffer.from([0, 1, 2, 255]), schemaVersion: 1, content: { a: 1e3 }, plainText: "fietsen" });
  await db.insert(fact).values(Array.from({ length: 1_203 }, (_, index) => ({ type: "test.x", occurredAt: new Date(1_700_000_000_000 + index), data: { index } })));
  await db.insert(moderationCase).values({ spaceId: group.spaceId, subjectKind: "space", subjectId: group.spaceId, evidence: { text: "x", shownName: "y" } });
}

test("a backup gives back every table and file, also into the other kind of database", async () => {
  await fill();
  const files = join(folder, "from");
  mkdirSync(join(files, "keys"), { recursive: true });
  mkdirSync(join(files, "postgres"), { recursive: true });
  const large = Buffer.alloc(700_000, 7);
  writeFileSync(join(files, "keys", "root.key"), large);
  writeFileSync(join(files, "empty"), "");
  writeFileSync(join(files, "postgres", "not-this"), "x");
  const path = join(folder, "backup.gz");
  const written = await writeBackup(home.database, files, path);
  expect(written.files).toBe(2);
  expect(written.tables['"fact"']?.rows).toBe(1_203);

  const other = await openEmbedded({ dir: join(folder, "other"), ephemeral: true, dump: await migratedDump(process.cwd(), folder) });
  try {
    await restoreBackup(other, join(folder, "to"), path);
    expect(compareSums(await dumpTables(other, async () => undefined), written.tables)).toEqual([]);
    expect(readFileSync(join(folder, "to", "keys", "root.key"))).toEqual(large);
    expect(readFileSync(join(folder, "to", "empty"), "utf8")).toBe("");
    const { rows } = await other.db.execute(sql`select count(*)::int as n from document where search @@ to_tsquery('leerhoek_dutch', 'FIETSEN')`);
    expect(rows).toEqual([{ n: 1 }]);
    await expect(other.db.execute(sql`delete from fact`)).rejects.toThrow();
    const [made] = await other.db.insert(fact).values({ type: "test.next", occurredAt: new Date() }).returning();
    const [last] = (await other.db.execute<{ id: number }>(sql`select max(id)::int as id from fact where type = 'test.x'`)).rows;
    expect(made!.id).toBe(last!.id + 1);
  } finally {
    await other.close();
  }
}, 60_000);

test("restoring takes the place of what came after, on a home in use", async () => {
  await fill();
  const path = join(folder, "backup.gz");
  await writeBackup(home.database, folder, path);
  const later = await makePerson(home.database.db, { name: "Later" });
  await restoreBackup(home.database, folder, path);
  const names = (await home.database.db.select().from(person)).map((row) => row.id);
  expect(names).not.toContain(later.id);
  expect(names.length).toBeGreaterThan(0);
});

test("a damaged, cut or foreign file changes nothing", async () => {
  await fill();
  const path = join(folder, "backup.gz");
  await writeBackup(home.database, folder, path);
  const before = await dumpTables(home.database, async () => undefined);
  const whole = readFileSync(path);
  const flipped = Buffer.from(whole);
  flipped[Math.floor(whole.length / 2)]! ^= 1;
  for (const content of [whole.subarray(0, whole.length / 2), flipped, Buffer.from("not a backup"), Buffer.alloc(0)]) {
    writeFileSync(path, content);
    await expect(verifyBackup(path)).rejects.toThrow(/Nothing was changed/);
    await expect(restoreBackup(home.database, folder, path)).rejects.toThrow(/Nothing was changed/);
  }
  expect(compareSums(before, await dumpTables(home.database, async () => undefined))).toEqual([]);
});
