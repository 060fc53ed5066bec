import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database, Db } from "#db/client.server";
import {
  actor, discussion, fact, group, groupMembership, message, organisation, person, readingPosition, space, spaceMembership, spaceOrganisation, spaceRole, stream, theme,
} from "#db/schema/index";
import "~/features/discussions/index.server";
import { declaredFact } from "../demonstration/stage";
import { SeedError } from "../seed-error";
import { planLoad, type Load, type LoadSize } from "./plan-load";

/** What was made, in rows. */
export interface Loaded {
  people: number;
  spaces: number;
  groups: number;
  discussions: number;
  messages: number;
  facts: number;
}

/** Rows in one statement: enough to be quick, few enough to stay far below the limit of one statement. */
const batch = 2_000;

/**
 * Makes load for measuring: everything of it in one transaction, marked as an example so that it can be taken away again.
 * Goes in as batches of JSON, which both homes take; never by COPY, which the embedded one does not.
 * @param until the moment up to which it happened
 * @param passwordHash of the one password of everybody in it
 * @throws SeedError when a load with this seed is there
 */
export async function writeLoad(database: Database, size: LoadSize, until: Date, passwordHash: string): Promise<Loaded> {
  const load = planLoad(size, until);
  await database.withTx(async (db) => {
    await refuseTwice(db, load);
    await writePeople(db, load, passwordHash);
    await writePlaces(db, load);
    await writeTalk(db, load);
    await writeFacts(db, load);
    return { value: null };
  });
  return {
    people: load.people.length,
    spaces: load.spaces.length,
    groups: load.groups.length,
    discussions: load.discussions.length,
    messages: load.messages.length,
    facts: load.facts.length,
  };
}

async function refuseTwice(db: Db, load: Load): Promise<void> {
  const { rows } = await db.execute(sql`SELECT FROM organisation WHERE id = ${load.organisation.id}`);
  if (rows.length > 0) throw new SeedError("This load is in the database already. Add --seed with another number for other people beside it, or take it away with npm run demo:remove.");
}

const at = (milliseconds: number) => new Date(milliseconds);

async function writePeople(db: Db, load: Load, passwordHash: string): Promise<void> {
  const { people } = load;
  await insert(db, person, people, (one) => ({ id: one.id, signInName: one.signInName, passwordHash, name: one.name, ageGroup: "16_plus", isExample: true, createdAt: at(one.at) }));
  await insert(db, actor, people, (one) => ({ id: one.actor, personId: one.id }));
}

async function writePlaces(db: Db, load: Load): Promise<void> {
  const [aTheme] = await db.select({ key: theme.key }).from(theme).orderBy(theme.position).limit(1);
  if (!aTheme) throw new SeedError("There are no themes yet: start the platform once, so that it fills the reference data.");
  const { id: organisationId, name } = load.organisation;
  const until = at(Date.UTC(2100, 0, 1));
  await db.insert(organisation).values({ id: organisationId, name, kind: "other", phone: "000 00 00 00", isExample: true });
  await insert(db, space, load.spaces, (one) => ({
    id: one.id, slug: one.slug, name: one.name, summary: "Een leerplek om mee te meten.", themeKey: aTheme.key, status: "open", visibility: "public", joining: "open",
    houseRules: ["We blijven vriendelijk."], contactName: name, contactPhone: "000 00 00 00", openedAt: at(one.at), isExample: true, createdAt: at(one.at),
  }));
  await insert(db, spaceOrganisation, load.spaces, (one) => ({ spaceId: one.id, organisationId, state: "accepted", lead: true, invitedAt: at(one.at), answeredAt: at(one.at) }));
  // The first person of the load runs it all.
  const steward = load.people[0]!;
  await insert(db, spaceRole, load.spaces, (one) => ({ spaceId: one.id, personId: steward.id, role: "space_steward", organisationId, function: "beheer", until, createdAt: at(one.at) }));
  await insert(db, group, load.groups, (one) => ({ id: one.id, spaceId: one.space, name: one.name, visibility: "public", joining: "open", createdAt: at(one.at) }));
  await insert(db, spaceMembership, load.spaceMembers, (one) => ({ id: one.id, spaceId: one.space, personId: one.person, shownName: one.name, admittedHow: "open", joinedAt: at(one.at) }));
  await insert(db, groupMembership, load.groupMembers, (one) => ({ id: one.id, groupId: one.group, personId: one.person, admittedHow: "open", joinedAt: at(one.at) }));
}

async function writeTalk(db: Db, load: Load): Promise<void> {
  await insert(db, discussion, load.discussions, (one) => ({
    id: one.id, spaceId: one.space, groupId: one.group, kind: one.kind, title: one.title, authorActor: one.author, questionState: one.kind === "question" ? "asked" : null,
    messageCount: one.messages, lastMessageAt: at(one.last), createdAt: at(one.at),
  }));
  await insert(db, message, load.messages, (one) => ({ id: one.id, discussionId: one.discussion, groupId: one.group, number: one.number, authorActor: one.author, text: one.text, createdAt: at(one.at) }));
  await insert(db, readingPosition, load.readingPositions, (one) => ({ personId: one.person, discussionId: one.discussion, seen: `{[1,${one.upTo}]}`, at: at(one.at) }));
}

/** Facts in the order in which they happened, each with the next number of its stream; then the heads. */
async function writeFacts(db: Db, load: Load): Promise<void> {
  const heads = new Map<string, number>();
  const numbered = load.facts.map((one) => {
    const n = one.stream === null ? null : (heads.get(one.stream) ?? 0) + 1;
    if (one.stream !== null && n !== null) heads.set(one.stream, n);
    return { ...one, n };
  });
  for (const type of new Set(load.facts.map((one) => one.type))) declaredFact(type);
  await insert(db, fact, numbered, (one) => ({
    type: one.type, version: declaredFact(one.type).version, occurredAt: at(one.at), recordedAt: at(one.at), actorId: one.actor, role: one.role, spaceId: one.space, groupId: one.group,
    objectKind: one.object?.kind ?? null, objectId: one.object?.id ?? null, stream: one.stream, n: one.n, data: one.data,
  }));
  await insert(db, stream, [...heads], ([id, head]) => ({ id, head }));
}

/** Inserts rows in batches, each as one JSON parameter; columns that are not given get their default. */
async function insert<T extends PgTable, Row>(db: Db, table: T, rows: readonly Row[], values: (row: Row) => { [K in keyof T["$inferInsert"]]?: unknown }): Promise<void> {
  const columns = getTableColumns(table);
  const first = rows[0];
  if (first === undefined) return;
  const keys = Object.keys(values(first)) as (keyof typeof columns & string)[];
  const named = (key: keyof typeof columns & string) => sql.identifier(columns[key]!.name);
  const into = sql.join(keys.map(named), sql`, `);
  const typed = sql.join(keys.map((key) => sql`${named(key)} ${sql.raw(columns[key]!.getSQLType())}`), sql`, `);
  for (let start = 0; start < rows.length; start += batch) {
    const json = rows.slice(start, start + batch).map((row) => {
      const given = values(row) as Record<string, unknown>;
      return Object.fromEntries(keys.map((key) => [columns[key]!.name, given[key]]));
    });
    await db.execute(sql`INSERT INTO ${sql.identifier(getTableName(table))} (${into}) SELECT ${into} FROM jsonb_to_recordset(${JSON.stringify(json)}::jsonb) AS given(${typed})`);
  }
}
