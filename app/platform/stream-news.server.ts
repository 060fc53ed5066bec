import { sql } from "drizzle-orm";
import type { Ctx } from "./ctx.server";
import { factTypes } from "./facts";
import type { StreamId } from "./streams";

/**
 * Whether facts above `since`, up to and with `upTo`, brought words to read. A reaction, a pin or a new number beside a
 * question does not: nobody is called for that. `about` keeps to one thing, which the fact is about or names.
 */
export async function broughtWords(ctx: Ctx, stream: StreamId, { since, upTo, about }: { since: number; upTo: number; about?: string | undefined }): Promise<boolean> {
  if (upTo <= since) return false;
  const types = [...factTypes().values()].filter((type) => type.brings === "words").map((type) => type.name);
  const its = about ? sql`AND (object_id = ${about}::uuid OR EXISTS (SELECT FROM jsonb_each_text(data) AS field WHERE field.value = ${about}))` : sql``;
  const { rows } = await ctx.db.execute<{ yes: boolean }>(sql`
    SELECT EXISTS (SELECT FROM fact WHERE stream = ${stream} AND n > ${since} AND n <= ${upTo} AND type = any(${`{${types.join(",")}}`}::text[]) ${its}) AS yes`);
  return rows[0]!.yes;
}
