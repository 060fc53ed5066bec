import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { removeFiles } from "~/platform/pictures/picture-files.server";
import { removeStrays } from "~/platform/pictures/remove-strays.server";

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
