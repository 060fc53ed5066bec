import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import type { Examples } from "./find-examples";

/**
 * What invented people left among real ones no longer says who it was: empty where that may be, else an id that nobody
 * has and nobody had. Walks every column that names an actor, so that a table that comes later is not forgotten.
 */
export async function forgetActors(db: Db, { actors, organisations, spaces }: Examples): Promise<void> {
  const { rows: columns } = await db.execute<{ table: string; column: string; nullable: boolean }>(sql`
    SELECT quote_ident(table_name) AS "table", quote_ident(column_name) AS "column", is_nullable = 'YES' AS nullable
    FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type = 'uuid' AND column_name LIKE '%actor%'`);
  const strangers = actors.map(() => randomUUID());
  const pairs = sql`unnest(${sql.param(actors)}::uuid[], ${sql.param(strangers)}::uuid[]) AS pair(known, stranger)`;
  for (const { table, column, nullable } of columns) {
    const there = sql.raw(`${table}.${column}`);
    await db.execute(
      nullable
        ? sql`UPDATE ${sql.raw(table)} SET ${sql.raw(column)} = NULL WHERE ${there} = ANY(${sql.param(actors)}::uuid[])`
        : sql`UPDATE ${sql.raw(table)} SET ${sql.raw(column)} = pair.stranger FROM ${pairs} WHERE ${there} = pair.known`,
    );
  }
  await db.execute(sql`UPDATE fact SET organisation_id = NULL WHERE organisation_id = ANY(${sql.param(organisations)}::uuid[])`);
  await forgetInData(db, [...actors, ...organisations, ...spaces]);
}

/** Facts of streams that stay keep their number; an id in them that is gone becomes empty. */
async function forgetInData(db: Db, ids: string[]): Promise<void> {
  await db.execute(sql`
    UPDATE fact SET data = (
      SELECT jsonb_object_agg(key, CASE WHEN value #>> '{}' = ANY(${sql.param(ids)}::text[]) THEN 'null'::jsonb ELSE value END) FROM jsonb_each(data)
    )
    WHERE EXISTS (SELECT FROM jsonb_each_text(data) AS each WHERE each.value = ANY(${sql.param(ids)}::text[]))`);
}
