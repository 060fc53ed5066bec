import { rm } from "node:fs/promises";
import { sql } from "drizzle-orm";
import type { Ctx } from "~/platform/ctx.server";
import { filesBefore } from "./picture-files.server";

/** Rows at a time. */
const slice = 500;

/**
 * Files in the store of pictures that no row knows, of a message or of a text, a day old. Where a database knows fewer of them than it does not, it is not the one that they
 * belong to, such as a new one beside an old folder: then nothing is touched.
 */
export async function removeStrays(ctx: Ctx): Promise<number> {
  const old = await filesBefore(ctx.house, new Date(ctx.now.getTime() - 86_400_000));
  const ids = [...new Set(old.flatMap(({ id }) => id ?? []))];
  const known = new Set<string>();
  for (let from = 0; from < ids.length; from += slice) {
    const given = `{${ids.slice(from, from + slice).join(",")}}`;
    const { rows } = await ctx.db.execute<{ id: string }>(sql`SELECT id FROM picture WHERE id = any(${given}::uuid[]) UNION ALL SELECT id FROM document_picture WHERE id = any(${given}::uuid[])`);
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
