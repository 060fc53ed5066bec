import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { makeDocument } from "#db/factories/make-document";
import { makeGroup, makeGroupMembership, type MadeGroup } from "#db/factories/make-group";
import { makePerson, type MadePerson } from "#db/factories/make-person";
import { makeSpace, makeSpaceMembership, makeSpaceRole } from "#db/factories/make-space";
import { document, spaceMembership, spaceOrganisation, standing } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { readableGroups } from "~/features/groups/index.server";
import { textReaders } from "~/permissions/document-access";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import { accessDocument } from "./index.server";
import { textsToRead } from "./texts-to-read.server";

const home = useDatabase({ keep: true });
let house: TestHouse;
const people: Record<string, MadePerson | null> = { nobody: null };
const texts = new Map<string, string>();

beforeAll(async () => {
  house = testHouse(home.database);
  const { db } = home.database;
  const space = await makeSpace(db);
  for (const who of ["stranger", "ofSpace", "member", "named", "left", "suspended", "facilitator", "moderator"]) people[who] = await makePerson(db);
  const groups: Record<string, MadeGroup> = {
    open: await makeGroup(db, { spaceId: space.id, visibility: "public" }),
    closed: await makeGroup(db, { spaceId: space.id, visibility: "members", joining: "request" }),
    secret: await makeGroup(db, { spaceId: space.id, visibility: "members", joining: "invitation" }),
  };
  await makeSpaceMembership(db, { spaceId: space.id, personId: people["ofSpace"]!.id });
  for (const group of Object.values(groups)) {
    for (const who of ["member", "named", "suspended"]) await makeGroupMembership(db, { group, personId: people[who]!.id });
    await makeGroupMembership(db, { group, personId: people["left"]!.id, endedAt: house.now(), endedBecause: "left" });
  }
  const [partner] = await db.select({ id: spaceOrganisation.organisationId }).from(spaceOrganisation).where(eq(spaceOrganisation.spaceId, space.id));
  for (const role of ["facilitator", "moderator"] as const) await makeSpaceRole(db, { spaceId: space.id, personId: people[role]!.id, organisationId: partner!.id, role });
  await db.insert(standing).values({ personId: people["suspended"]!.id, scopeKind: "space", scopeId: space.id, kind: "suspension", since: house.now() } as typeof standing.$inferInsert);
  const memberships = await db.select().from(spaceMembership).where(eq(spaceMembership.spaceId, space.id));
  const few = memberships.filter(({ personId }) => ["named", "left", "suspended"].some((who) => people[who]!.id === personId)).map(({ id }) => id);
  const author = (await makePerson(db)).actorId;
  for (const [name, group] of Object.entries(groups)) {
    for (const readBy of textReaders) {
      for (const state of ["there", "hidden", "trashed"]) {
        const made = await makeDocument(db, {
          groupId: group.id,
          spaceId: space.id,
          authorActor: author,
          readBy,
          writtenBy: readBy === "few" ? "few" : "group",
          few: readBy === "few" ? few : [],
          moderation: state === "hidden" ? "hidden" : "visible",
          trashedAt: state === "trashed" ? house.now() : null,
        });
        texts.set(made.id, `${name} ${readBy} ${state}`);
      }
    }
  }
});

it("finds for each person the very texts that open for them, and no other", async () => {
  const counts: Record<string, number> = {};
  for (const [who, person] of Object.entries(people)) {
    const ctx = await ctxFor(house, person?.id ?? null);
    const found = await ctx.db.select({ id: document.id }).from(document).where(textsToRead(ctx, await readableGroups(ctx)));
    const opened: string[] = [];
    for (const [id, name] of texts) if (await accessDocument(ctx, id).then(() => true, () => false)) opened.push(name);
    const names = found.map(({ id }) => texts.get(id)!).sort();
    expect([who, names]).toEqual([who, opened.sort()]);
    counts[who] = names.length;
  }
  // Three groups, one text in each that is there, for each of the three kinds of readers.
  expect(counts).toEqual({ nobody: 1, stranger: 1, ofSpace: 1, member: 6, named: 9, left: 1, suspended: 1, facilitator: 9, moderator: 1 });
});
