import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server";

/** Ids of everything invented, and of what only exists because of it. */
export interface Examples {
  persons: string[];
  actors: string[];
  organisations: string[];
  spaces: string[];
  groups: string[];
  studies: string[];
  /** Streams that nobody is left to follow. */
  streams: string[];
  /** E-mail addresses that letters may have been written to. */
  addresses: string[];
  /** Files below the folder of the installation, by their path in it. */
  files: string[];
}

/** Finds everything that is marked as an example, or was begun by somebody who is. */
export async function findExamples(db: Db): Promise<Examples> {
  const ids = async (query: SQL) => (await db.execute<{ id: string }>(query)).rows.map((row) => row.id);
  const list = (values: string[]) => sql`${sql.param(values)}`;
  const persons = await ids(sql`SELECT id FROM person WHERE is_example`);
  const actors = await ids(sql`SELECT id FROM actor WHERE person_id = ANY(${list(persons)}::uuid[])`);
  // Whoever tries out the administrator may add an organisation, whoever tries out a steward may start a leerplek.
  const organisations = await ids(sql`
    SELECT id FROM organisation WHERE is_example
    UNION SELECT object_id FROM fact JOIN organisation o ON o.id = object_id
      WHERE type = 'organisation.recorded' AND data->>'what' = 'made' AND actor_id = ANY(${list(actors)}::uuid[])`);
  const spaces = await ids(sql`
    SELECT id FROM space WHERE is_example
    UNION SELECT space_id FROM space_organisation WHERE lead AND organisation_id = ANY(${list(organisations)}::uuid[])`);
  const groups = await ids(sql`SELECT id FROM "group" WHERE space_id = ANY(${list(spaces)}::uuid[])`);
  const documents = await ids(sql`SELECT id FROM document WHERE space_id = ANY(${list(spaces)}::uuid[])`);
  const studies = await ids(sql`SELECT id FROM study WHERE steward_person_id = ANY(${list(persons)}::uuid[])`);
  const addresses = await ids(sql`
    SELECT email AS id FROM person WHERE is_example AND email IS NOT NULL
    UNION SELECT email FROM organisation WHERE id = ANY(${list(organisations)}::uuid[]) AND email IS NOT NULL
    UNION SELECT r.contact FROM report r JOIN moderation_case c ON c.id = r.case_id WHERE c.space_id = ANY(${list(spaces)}::uuid[]) AND r.contact IS NOT NULL`);
  const files = await ids(sql`SELECT 'releases/' || file_name AS id FROM release WHERE study_id = ANY(${list(studies)}::uuid[]) AND file_name IS NOT NULL`);
  const streams = [
    ...actors.map((id) => `person:${id}`),
    ...spaces.flatMap((id) => [`space:${id}`, `desk:${id}`]),
    ...groups.map((id) => `group:${id}`),
    ...documents.map((id) => `document:${id}`),
  ];
  return { persons, actors, organisations, spaces, groups, studies, streams, addresses, files };
}
