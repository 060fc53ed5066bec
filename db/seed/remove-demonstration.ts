import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { forgetPicturesOf } from "~/features/discussions/index.server";
import type { House } from "~/platform/ctx.server";
import { removeFiles as removePictureFiles } from "~/platform/pictures/picture-files.server";
import { findExamples, type Examples } from "./demonstration/find-examples";
import { forgetActors } from "./demonstration/forget-actors";
import { writeDemonstrationSetting } from "./demonstration/setting";

/** What was taken away. */
export interface Removed {
  people: number;
  spaces: number;
  organisations: number;
  files: number;
}

/** The triggers that keep facts and consents from being changed; whoever owns the tables may switch them off for one transaction. */
const guards = [
  ["fact", "fact_append_only"],
  ["consent", "consent_append_only"],
] as const;

/** The product never deletes a leerplek, so nothing stands ready for it: without these, each row that goes would search a whole table. */
const scaffolds = {
  removal_replies: "message (reply_to_id) WHERE reply_to_id IS NOT NULL",
  removal_groups: "message (group_id)",
  removal_readers: "reading_position (discussion_id)",
};

/**
 * Takes away everything invented: people, organisations and leerplekken marked as examples, what was started in their
 * name while trying things out, and every row, fact, letter and file about them. What invented people wrote in a leerplek
 * of real people stays there without anybody behind it, as after an erasure. Afterwards the demonstration does not come
 * back by itself. Doing it again changes nothing.
 */
export async function removeDemonstration(house: House): Promise<Removed> {
  let pictures: string[] = [];
  const { value: examples } = await house.database.withTx(async (db) => {
    for (const [table, trigger] of guards) await db.execute(sql.raw(`ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`));
    for (const [name, on] of Object.entries(scaffolds)) await db.execute(sql.raw(`CREATE INDEX ${name} ON ${on}`));
    const found = await findExamples(db);
    await removeRows(db, found);
    pictures = await forgetPicturesOf(db, found.actors);
    await forgetActors(db, found);
    for (const name of Object.keys(scaffolds)) await db.execute(sql.raw(`DROP INDEX ${name}`));
    for (const [table, trigger] of guards) await db.execute(sql.raw(`ALTER TABLE ${table} ENABLE TRIGGER ${trigger}`));
    await writeDemonstrationSetting(db, { state: "removed" }, house.now());
    return { value: found };
  });
  const { persons, spaces, organisations } = examples;
  for (const id of pictures) await removePictureFiles(house, id);
  return { people: persons.length, spaces: spaces.length, organisations: organisations.length, files: pictures.length + (await removeFiles(house.dataDir, examples)) };
}

async function removeRows(db: Db, found: Examples): Promise<void> {
  const among = (column: string, ids: readonly string[]) => sql`${sql.raw(column)} = ANY(${sql.param([...ids])}::uuid[])`;
  const { persons, actors, organisations, spaces, studies, streams } = found;
  const everything = sql.param([...persons, ...actors, ...organisations, ...spaces, ...studies, ...found.groups]);
  const gone = [
    // Facts first: afterwards nothing says any more what belonged together. Of streams that stay no number may go missing.
    sql`DELETE FROM fact WHERE ${among("space_id", spaces)} OR stream = ANY(${sql.param([...streams])}::text[])
      OR (stream IS NULL AND (${among("actor_id", actors)} OR ${among("organisation_id", organisations)}))`,
    sql`DELETE FROM fact_outbox WHERE NOT EXISTS (SELECT FROM fact WHERE fact.id = fact_id)`,
    sql`DELETE FROM stream WHERE id = ANY(${sql.param([...streams])}::text[])`,
    sql`DELETE FROM mail_outbox WHERE ${among("person_id", persons)} OR address = ANY(${sql.param([...found.addresses])}::text[])`,
    sql`DELETE FROM notice WHERE ${among("space_id", spaces)}`,
    sql`DELETE FROM standing WHERE ${among("scope_id", [...spaces, ...found.groups])}`,
    sql`DELETE FROM draft WHERE EXISTS (SELECT FROM unnest(${everything}::text[]) AS e(id) WHERE strpos(place, e.id) > 0)`,
    sql`DELETE FROM rate_limit WHERE EXISTS (SELECT FROM unnest(${everything}::text[]) AS e(id) WHERE strpos(key, e.id) > 0)`,
    sql`DELETE FROM one_time_code WHERE ${among("issued_by_actor", actors)}`,
    sql`DELETE FROM study WHERE ${among("id", studies)}`,
    // Answers to messages that go are in the same leerplek, so the conversations go whole.
    sql`DELETE FROM space WHERE ${among("id", spaces)}`,
    sql`DELETE FROM study_answer WHERE ${among("organisation_id", organisations)}`,
    sql`DELETE FROM space_invitation WHERE ${among("organisation_id", organisations)} OR ${among("created_by_actor", actors)}`,
    sql`DELETE FROM space_role WHERE ${among("organisation_id", organisations)}`,
    sql`DELETE FROM space_organisation WHERE ${among("organisation_id", organisations)}`,
    sql`DELETE FROM organisation WHERE ${among("id", organisations)}`,
    sql`DELETE FROM person WHERE ${among("id", persons)}`,
  ];
  for (const statement of gone) await db.execute(statement);
}

/** Letters that were put down as files, and what was made to be downloaded. Copies that an operator made elsewhere are theirs. */
async function removeFiles(dataDir: string, { addresses, files }: Examples): Promise<number> {
  let removed = 0;
  const folder = join(dataDir, "mail");
  for (const name of await readdir(folder).catch(() => [])) {
    const letter = await readFile(join(folder, name), "utf8");
    if (!addresses.some((address) => letter.includes(address))) continue;
    await rm(join(folder, name));
    removed += 1;
  }
  for (const name of files) {
    await rm(join(dataDir, name), { force: true });
    removed += 1;
  }
  return removed;
}
