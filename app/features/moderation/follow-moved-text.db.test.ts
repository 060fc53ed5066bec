import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { makeDocumentComment } from "#db/factories/make-document";
import { makeGroup } from "#db/factories/make-group";
import { makeCase } from "#db/factories/make-report";
import { moderationCase } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { closeLanes, moveDocument } from "~/features/documents/index.server";
import { makeWorld } from "~/features/documents/test/writing-world";
import { handleFacts } from "~/platform/fact-handlers.server";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import "./index.server";

const home = useDatabase();
let house: TestHouse | undefined;
afterAll(() => house && closeLanes(house));

test("cases about a text that was moved, and about remarks under it, go along to its new group", async () => {
  const { db } = home.database;
  house = testHouse(home.database);
  const world = await makeWorld(house);
  const other = await makeGroup(db, { spaceId: world.spaceId, visibility: "members", joining: "request" });
  const remark = await makeDocumentComment(db, { documentId: world.document.id, authorActor: world.other.actorId });
  const about = (subjectKind: "document" | "comment", subjectId: string) => makeCase(db, { spaceId: world.spaceId, groupId: world.groupId, subjectKind, subjectId, authorActor: world.other.actorId, ownerPersonId: world.facilitator.id });
  const [whole, one, elsewhere] = [await about("document", world.document.id), await about("comment", remark.id), await about("comment", randomUUID())];
  await moveDocument(await ctxFor(house, world.facilitator.id), { document: world.document.id, to: other.id });
  while ((await handleFacts(house)) > 0);
  const groups = new Map((await db.select().from(moderationCase)).map((each) => [each.id, each.groupId]));
  expect([groups.get(whole.id), groups.get(one.id), groups.get(elsewhere.id)]).toEqual([other.id, other.id, world.groupId]);
});
