import { createHash, randomBytes, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "#db/client.server";
import { makeDiscussion, makeMessages } from "#db/factories/make-discussion";
import { contentOfLines, makeDocument } from "#db/factories/make-document";
import { makeGroup } from "#db/factories/make-group";
import { makePerson } from "#db/factories/make-person";
import { groupMembership, session, spaceMembership } from "#db/schema/index";
import { paragraphsOf } from "./type-by-hand";

/** What is measured against: one public conversation of 50 messages, eight groups, and people who are signed in. */
export interface BenchWorld {
  discussionId: string;
  groupId: string;
  /** A conversation in each of eight groups. */
  eight: { groupId: string; discussionId: string }[];
  /** A shared text for each number of editors. */
  documents: Record<number, string>;
  /** A shared text of 1 MB. */
  largeDocumentId: string;
  /** A public conversation of a hundred thousand messages. */
  longDiscussionId: string;
  /** Values of the session cookie, one per person. */
  cookies: string[];
}

const text = "Ik rijd donderdag om negen uur naar de markt. Er zijn nog twee plaatsen vrij. Wie wil mee? Bel gerust eerst even.";

/** Fills a migrated database and closes it. The people are members of every group. */
export async function prepareWorld(database: Database, people: number): Promise<BenchWorld> {
  const { db } = database;
  try {
    const author = await makePerson(db);
    const first = await makeGroup(db);
    const groups = [first];
    while (groups.length < 8) groups.push(await makeGroup(db, { spaceId: first.spaceId }));
    const eight = [];
    for (const group of groups) {
      const discussion = await makeDiscussion(db, { group, authorActor: author.actorId });
      await makeMessages(db, { discussion, authorActor: author.actorId, texts: Array.from({ length: 50 }, (_, index) => `${index + 1}. ${text}`) });
      eight.push({ groupId: group.id, discussionId: discussion.id });
    }
    const documents: Record<number, string> = {};
    for (const editors of [1, 10, 50]) documents[editors] = (await makeDocument(db, { groupId: first.id, spaceId: first.spaceId, authorActor: author.actorId })).id;
    const large = await makeDocument(db, { groupId: first.id, spaceId: first.spaceId, authorActor: author.actorId, content: contentOfLines(...paragraphsOf(1_000_000)) });
    const long = await makeDiscussion(db, { group: first, authorActor: author.actorId });
    for (let last = 5_000; last <= 100_000; last += 5_000) await db.execute(sql`
      INSERT INTO message (id, discussion_id, group_id, number, author_actor, text, created_at)
      SELECT gen_random_uuid(), ${long.id}, ${first.id}, n, ${author.actorId}, n || ${`. ${text}`}, now() - interval '2 years' + n * interval '1 minute' FROM generate_series(${last - 4_999}::int, ${last}::int) AS n`);
    await db.execute(sql`UPDATE discussion SET message_count = 100000 WHERE id = ${long.id}`);
    const cookies: string[] = [];
    const ends = new Date(Date.now() + 4 * 3_600_000);
    for (let index = 0; index < people; index += 1) {
      const person = await makePerson(db, { signInName: `bench-${index}` });
      await db.insert(spaceMembership).values({ spaceId: first.spaceId, personId: person.id, shownName: `Lezer ${index}`, admittedHow: "open" });
      await db.insert(groupMembership).values(groups.map((group) => ({ groupId: group.id, personId: person.id, admittedHow: "open" as const })));
      const cookie = randomBytes(20).toString("hex");
      cookies.push(cookie);
      await db.insert(session).values({ id: createHash("sha256").update(cookie).digest("hex"), personId: person.id, device: "own", label: "bench", expiresAt: ends, absoluteExpiresAt: ends });
    }
    return { discussionId: eight[0]!.discussionId, groupId: first.id, eight, documents, largeDocumentId: large.id, longDiscussionId: long.id, cookies };
  } finally {
    await database.close();
  }
}

export const newId = () => randomUUID();
