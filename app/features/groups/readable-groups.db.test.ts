import fc from "fast-check";
import { expect, test } from "vitest";
import { installationRole, organisationSteward, standing } from "#db/schema/index";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { makePerson } from "#db/factories/make-person";
import { makeSpace, makeSpaceMembership, makeSpaceRole } from "#db/factories/make-space";
import { emptyAll, useDatabase } from "#db/test/use-database";
import { AppError } from "~/platform/codes";
import { ctxFor, testHouse } from "~/platform/test/test-house";
import { accessGroup, readableGroups } from "./index.server";

const home = useDatabase();

const visibility = fc.constantFrom("public" as const, "members" as const);
const joining = fc.constantFrom("open" as const, "request" as const, "invitation" as const);
const placed = fc.record({
  space: fc.record({ visibility, joining, status: fc.constantFrom("draft" as const, "open" as const, "paused" as const, "closed" as const) }),
  group: fc.record({ visibility, joining }),
  inSpace: fc.constantFrom("no" as const, "yes" as const, "left" as const),
  inGroup: fc.constantFrom("no" as const, "yes" as const, "ended" as const),
  role: fc.constantFrom(null, "space_steward" as const, "facilitator" as const, "moderator" as const, "helper" as const),
  roleEnded: fc.boolean(),
  steward: fc.boolean(),
  suspended: fc.constantFrom(null, null, "group" as const, "space" as const, "installation" as const),
});

test("a list holds exactly the groups that the one gate lets through, however somebody stands to them", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(placed, { minLength: 1, maxLength: 4 }), fc.boolean(), async (places, coordinator) => {
      await emptyAll(home.database);
      const { db } = home.database;
      const house = testHouse(home.database);
      const person = await makePerson(db);
      const groups: string[] = [];
      for (const place of places) {
        const space = await makeSpace(db, place.space);
        const group = await makeGroup(db, { ...place.group, spaceId: space.id });
        groups.push(group.id);
        if (place.inSpace !== "no") await makeSpaceMembership(db, { spaceId: space.id, personId: person.id, leftAt: place.inSpace === "left" ? house.now() : null });
        if (place.inGroup !== "no") await makeGroupMembership(db, { group, personId: person.id, endedAt: place.inGroup === "ended" ? house.now() : null });
        if (place.role) await makeSpaceRole(db, { spaceId: space.id, personId: person.id, role: place.role, organisationId: space.organisationId, endedAt: place.roleEnded ? house.now() : null });
        if (place.steward) await db.insert(organisationSteward).values({ organisationId: space.organisationId, personId: person.id });
        const scopeId = { group: group.id, space: space.id, installation: null };
        if (place.suspended) await db.insert(standing).values({ personId: person.id, kind: "suspension", scopeKind: place.suspended, scopeId: scopeId[place.suspended] });
      }
      if (coordinator) await db.insert(installationRole).values({ personId: person.id, role: "coordinator" });
      for (const reader of [person.id, null]) {
        const ctx = await ctxFor(house, reader);
        const listed = await readableGroups(ctx);
        for (const id of groups) {
          const through = await accessGroup(ctx, id).then(
            (accessed) => accessed.relation,
            (error: unknown) => (error instanceof AppError ? null : Promise.reject(error)),
          );
          expect(listed.get(id)?.relation ?? null).toEqual(through);
        }
        const mine = await readableGroups(ctx, { mine: true });
        for (const id of mine.keys()) expect(listed.has(id)).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
