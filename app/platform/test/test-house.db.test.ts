import { expect, it } from "vitest";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { makePerson } from "#db/factories/make-person";
import { useDatabase } from "#db/test/use-database";
import { accessGroup } from "~/features/groups/index.server";
import { ctxFor, testHouse } from "./test-house";

const home = useDatabase();

it("gives a person's context in which the real gates answer", async () => {
  const house = testHouse(home.database);
  const member = await makePerson(house.database.db, { roles: ["coordinator"] });
  const stranger = await makePerson(house.database.db);
  const group = await makeGroup(house.database.db, { visibility: "members", joining: "request" });
  await makeGroupMembership(house.database.db, { group, personId: member.id });
  const ctx = await ctxFor(house, member.id);
  expect(ctx.actor).toMatchObject({ personId: member.id, actorId: member.actorId, roles: ["coordinator"] });
  expect((await accessGroup(ctx, group.id)).relation.member).toBe(true);
  await expect(accessGroup(await ctxFor(house, stranger.id), group.id)).rejects.toMatchObject({ code: "join_group" });
  await expect(accessGroup(await ctxFor(house, null), group.id)).rejects.toMatchObject({ code: "sign_in" });
});
