import { expect, test } from "vitest";
import { makeDocument, makeEdition } from "#db/factories/make-document";
import { makeGroup } from "#db/factories/make-group";
import { useDatabase } from "#db/test/use-database";
import { ctxFor, testHouse } from "~/platform/test/test-house";
import { listMaterial, searchDocuments } from "./index.server";

const home = useDatabase();

test("texts and learning material are found by another form of a word too, through the gate", async () => {
  const { db } = home.database;
  const ctx = await ctxFor(testHouse(home.database), null);
  const open = await makeDocument(db, { title: "Samen de bus nemen" });
  const closed = await makeGroup(db, { spaceId: open.spaceId, visibility: "members" });
  await makeDocument(db, { title: "Bussen in het geheim", groupId: closed.id, spaceId: closed.spaceId });
  await makeEdition(db, { document: open, title: "Wegwijs met de bus" });
  const found = await searchDocuments(ctx, { words: "bussen", limit: 5 });
  expect(found.map(({ kind, title }) => [kind, title]).sort()).toEqual([["document", "Samen de bus nemen"], ["material", "Wegwijs met de bus"]]);
  expect((await listMaterial(ctx, { words: "bussen", page: 1 })).material).toHaveLength(1);
  expect(await searchDocuments(ctx, { words: "fiets", limit: 5 })).toEqual([]);
});
