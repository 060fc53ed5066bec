import { rm } from "node:fs/promises";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { filesBefore, removeFiles } from "./picture-files.server";

/** Rows at a time. */
const slice = 500;

/**
 * Removes, by a job of the house, the pictures that no message names any more, nor one that can still be put back: files
 * first, then what is known of them. Then the files that nothing knows, left by a process that died in between.
 * @returns how many pictures, and how many such files.
 */
export async function forgetPictures(ctx: Ctx): Promise<{ pictures: number; strays: number }> {
  const before = new Date(ctx.now.getTime() - limits.pictureLoose * 1_000);
  let pictures = 0;
  for (;;) {
    const { rows } = await ctx.db.execute<{ id: string }>(sql`SELECT id FROM picture AS p WHERE created_at < ${before.toISOString()}::timestamptz AND ${unnamed} ORDER BY id LIMIT ${slice}`);
    for (const { id } of rows) await removeFiles(ctx.house, id);
    if (rows.length > 0) await ctx.db.execute(sql`DELETE FROM picture AS p WHERE id = any(${`{${rows.map(({ id }) => id).join(",")}}`}::uuid[])`);
    pictures += rows.length;
    if (rows.length < slice) break;
  }
  return { pictures, strays: await removeStrays(ctx) };
}

/**
 * Forgets at once what these actors brought and no message names any more. The caller removes the files when that holds.
 * @returns their ids.
 */
export async function forgetPicturesOf(db: Db, actorIds: readonly string[]): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`DELETE FROM picture AS p WHERE actor_id = any(${`{${actorIds.join(",")}}`}::uuid[]) AND ${unnamed} RETURNING id`);
  return rows.map(({ id }) => id);
}

/** No message shows it, and none that can still be put back. */
const unnamed = sql`NOT EXISTS (SELECT FROM message AS m WHERE m.picture IS NOT NULL AND m.picture->>'id' = p.id::text)
  AND NOT EXISTS (SELECT FROM message_taken_back AS t WHERE t.picture IS NOT NULL AND t.picture->>'id' = p.id::text)`;

/**
 * Files that no row knows, a day old. Where a database knows fewer of them than it does not, it is not the one that they
 * belong to, such as a new one beside an old folder: then nothing is touched.
 */
async function removeStrays(ctx: Ctx): Promise<number> {
  const old = await filesBefore(ctx.house, new Date(ctx.now.getTime() - 86_400_000));
  const ids = [...new Set(old.flatMap(({ id }) => id ?? []))];
  const known = new Set<string>();
  for (let from = 0; from < ids.length; from += slice) {
    const { rows } = await ctx.db.execute<{ id: string }>(sql`SELECT id FROM picture WHERE id = any(${`{${ids.slice(from, from + slice).join(",")}}`}::uuid[])`);
    for (const { id } of rows) known.add(id);
  }
  const strays = old.filter(({ id }) => id === null || !known.has(id));
  if (ids.length - known.size > known.size) {
    ctx.house.logger.warn({ files: strays.length }, "most files in the folder of pictures are not known to this database; none was removed");
    return 0;
  }
  for (const { path } of strays) await rm(path, { force: true });
  return strays.length;
}
