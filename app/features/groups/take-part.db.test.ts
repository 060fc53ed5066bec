import { and, eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { makePerson } from "#db/factories/make-person";
import { makeSpace, makeSpaceRole, makeTheme } from "#db/factories/make-space";
import { fact, factOutbox, group as groupTable, groupMembership, joinRequest, space as spaceTable, spaceMembership, standing } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { endRole, givePaperCode, joinSpace } from "~/features/spaces/index.server";
import { ctxFor, testHouse } from "~/platform/test/test-house";
import {
  acceptInvitation,
  accessGroup,
  archiveGroup,
  askToJoin,
  changeGroup,
  changeShownName,
  decideOnRequest,
  invitePeople,
  joinGroup,
  leaveGroup,
  leaveSpace,
  makeGroup,
  removeFromGroup,
  removeMember,
  setWriting,
  withdrawRequest,
} from "./index.server";

const home = useDatabase();

/** An open leerplek with a facilitator, and a resident with an account. */
async function opened(given: Parameters<typeof makeSpace>[1] = {}) {
  const house = testHouse(home.database);
  const { db } = house.database;
  const space = await makeSpace(db, given);
  const facilitator = await makePerson(db, { name: "Marie" });
  const role = await makeSpaceRole(db, { spaceId: space.id, personId: facilitator.id, organisationId: space.organisationId, role: "facilitator" });
  const resident = await makePerson(db, { name: "Noor" });
  const as = (person: { id: string } | null) => ctxFor(house, person?.id ?? null);
  const group = async (settings: Record<string, unknown> = {}) => {
    const { groupId } = await makeGroup(await as(facilitator), { id: randomUUID(), spaceId: space.id, name: "Buurtbus", ...settings });
    return (await db.select().from(groupTable).where(eq(groupTable.id, groupId)))[0]!;
  };
  const factsOf = async (stream: string) => (await db.select().from(fact).where(eq(fact.stream, stream)).orderBy(fact.n)).map((one) => one.type);
  return { house, db, space, facilitator, resident, role, as, group, factsOf };
}

it("joins an open group and the leerplek in one step, once, and leaves it in one tap", async () => {
  const { db, as, group, resident, space, factsOf } = await opened();
  const open = await group({ visibility: "public", joining: "open" });
  await expect(joinGroup(await as(null), { groupId: open.id })).rejects.toMatchObject({ code: "sign_in" });
  await expect(joinGroup(await as(resident), { groupId: open.id })).rejects.toMatchObject({ detail: { fields: { shownName: "required", agree: "required" } } });
  await joinGroup(await as(resident), { groupId: open.id, shownName: "Noor", agree: "yes" });
  await expect(joinGroup(await as(resident), { groupId: open.id })).rejects.toMatchObject({ code: "already_done" });
  const [mine] = await db.select().from(spaceMembership).where(eq(spaceMembership.personId, resident.id));
  expect(mine).toMatchObject({ shownName: "Noor", nameForEveryone: false, admittedHow: "open", admittedByActor: null });
  await leaveGroup(await as(resident), { groupId: open.id });
  await expect(leaveGroup(await as(resident), { groupId: open.id })).rejects.toMatchObject({ code: "already_done" });
  await joinGroup(await as(resident), { groupId: open.id });
  expect(await factsOf(`group:${open.id}`)).toEqual(["group.made", "group.member-joined", "group.member-left", "group.member-joined"]);
  expect(await factsOf(`space:${space.id}`)).toEqual(["group.list-changed", "space.member-joined"]);
});

it("asks to join a closed group, is let in or told why not, and how is recorded", async () => {
  const { db, as, group, resident, facilitator, factsOf } = await opened({ joining: "request" });
  const closed = await group({ visibility: "members", joining: "request" });
  await expect(accessGroup(await as(resident), closed.id)).rejects.toMatchObject({ code: "join_group" });
  await expect(joinGroup(await as(resident), { groupId: closed.id })).rejects.toMatchObject({ code: "join_group" });
  const ask = async () => askToJoin(await as(resident), { groupId: closed.id, text: "Ik rijd graag mee.", shownName: "Noor", agree: "yes" });
  const { requestId } = await ask();
  expect(await ask()).toMatchObject({ requestId });
  expect(await db.select().from(factOutbox)).toHaveLength(1);

  const other = await makePerson(db);
  await expect(decideOnRequest(await as(other), { requestId, decision: "accept" })).rejects.toMatchObject({ code: "not_found" });
  await expect(decideOnRequest(await as(facilitator), { requestId, decision: "decline" })).rejects.toMatchObject({ detail: { fields: { reason: "required" } } });
  await decideOnRequest(await as(facilitator), { requestId, decision: "decline", reason: "De groep is voor Proefdorp." });
  await expect(decideOnRequest(await as(facilitator), { requestId, decision: "accept" })).rejects.toMatchObject({ code: "already_decided" });
  expect((await db.select().from(joinRequest))[0]).toMatchObject({ state: "declined", reason: "De groep is voor Proefdorp.", decidedByActor: facilitator.actorId });
  await expect(accessGroup(await as(resident), closed.id)).rejects.toMatchObject({ code: "join_group" });

  const again = await ask();
  await expect(withdrawRequest(await as(other), { requestId: again.requestId })).rejects.toMatchObject({ code: "not_found" });
  await withdrawRequest(await as(resident), { requestId: again.requestId });
  const third = await ask();
  await decideOnRequest(await as(facilitator), { requestId: third.requestId, decision: "accept" });
  expect((await accessGroup(await as(resident), closed.id)).relation.member).toBe(true);
  const [inGroup] = await db.select().from(groupMembership);
  const [inSpace] = await db.select().from(spaceMembership).where(eq(spaceMembership.personId, resident.id));
  expect(inGroup).toMatchObject({ admittedHow: "approved", admittedByActor: facilitator.actorId });
  expect(inSpace).toMatchObject({ admittedHow: "approved", shownName: "Noor" });
  expect(await factsOf(`person:${resident.actorId}`)).toEqual(["group.join-decided", "group.join-decided"]);
  // The log says that the resident joined, not the facilitator who let them in.
  const [joined] = await db.select().from(fact).where(eq(fact.type, "group.member-joined"));
  expect(joined).toMatchObject({ actorId: resident.actorId, role: "resident", data: { how: "approved" } });
});

it("does not let the facilitator decide on their own request, nor let in who is suspended", async () => {
  const { db, as, group, resident, space, facilitator } = await opened();
  const closed = await group({ visibility: "members", joining: "request" });
  const [own] = await db.insert(joinRequest).values({ groupId: closed.id, personId: facilitator.id }).returning();
  await expect(decideOnRequest(await as(facilitator), { requestId: own!.id, decision: "accept" })).rejects.toMatchObject({ code: "not_yourself" });
  const { requestId } = await askToJoin(await as(resident), { groupId: closed.id, shownName: "Noor", agree: "yes" });
  await db.insert(standing).values({ personId: resident.id, kind: "suspension", scopeKind: "space", scopeId: space.id });
  await expect(decideOnRequest(await as(facilitator), { requestId, decision: "accept" })).rejects.toMatchObject({ code: "ask_moderator" });
});

it("starts groups about a sensitive theme closed, and only ever narrows who reads", async () => {
  const { db, as, group, facilitator, resident } = await opened();
  expect(await group()).toMatchObject({ visibility: "public", joining: "open" });
  const themeKey = await makeTheme(db, { key: "poverty", sensitive: true });
  await db.update(spaceTable).set({ themeKey });
  const closed = await group();
  expect(closed).toMatchObject({ visibility: "members", joining: "request" });
  const settings = { groupId: closed.id, name: "Rond de tafel", description: "", visibility: "members", joining: "open", rev: 1 };
  await expect(changeGroup(await as(facilitator), { ...settings, visibility: "public" })).rejects.toMatchObject({ code: "only_narrower" });
  await expect(changeGroup(await as(resident), settings)).rejects.toMatchObject({ code: "forbidden" });
  await changeGroup(await as(facilitator), settings);
  await expect(changeGroup(await as(facilitator), settings)).rejects.toMatchObject({ code: "stale" });
  await archiveGroup(await as(facilitator), { groupId: closed.id });
  await expect(archiveGroup(await as(facilitator), { groupId: closed.id })).rejects.toMatchObject({ code: "closed" });
  await expect(joinGroup(await as(resident), { groupId: closed.id, shownName: "Noor", agree: "yes" })).rejects.toMatchObject({ code: "closed" });
});

it("takes somebody out with a reason, everywhere at once, and lets them back in only by hand", async () => {
  const { db, as, group, resident, facilitator, space, factsOf } = await opened();
  const open = await group({ visibility: "public", joining: "open" });
  await joinGroup(await as(resident), { groupId: open.id, shownName: "Noor", agree: "yes" });
  const [mine] = await db.select().from(spaceMembership).where(eq(spaceMembership.personId, resident.id));
  const target = { groupId: open.id, membershipId: mine!.id };
  await expect(removeFromGroup(await as(resident), { ...target, reason: "x" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(removeFromGroup(await as(facilitator), { ...target, reason: " " })).rejects.toMatchObject({ code: "invalid_input" });
  await setWriting(await as(facilitator), { ...target, mayWrite: "no" });
  expect((await accessGroup(await as(resident), open.id)).relation.mayWrite).toBe(false);
  await removeFromGroup(await as(facilitator), { ...target, reason: "Je gaf adressen door." });
  await expect(joinGroup(await as(resident), { groupId: open.id })).rejects.toMatchObject({ code: "ask_moderator" });
  const { requestId } = await askToJoin(await as(resident), { groupId: open.id });
  await decideOnRequest(await as(facilitator), { requestId, decision: "accept" });

  await removeMember(await as(facilitator), { spaceId: space.id, membershipId: mine!.id, reason: "Nog eens." });
  await expect(removeMember(await as(facilitator), { spaceId: space.id, membershipId: mine!.id, reason: "x" })).rejects.toMatchObject({ code: "already_done" });
  await expect(joinSpace(await as(resident), { spaceId: space.id, shownName: "Noor", agree: "yes" })).rejects.toMatchObject({ code: "ask_moderator" });
  expect((await db.select().from(spaceMembership).where(eq(spaceMembership.id, mine!.id)))[0]).toMatchObject({ leftBecause: "removed", leftReason: "Nog eens." });
  expect(await factsOf(`person:${resident.actorId}`)).toEqual(["group.you-were-removed", "group.join-decided", "space.you-were-removed"]);
  const { codes } = await invitePeople(await as(facilitator), { batch: randomUUID(), spaceId: space.id });
  await acceptInvitation(await as(resident), { code: codes[0], shownName: "Noor", agree: "yes" });
  expect((await db.select().from(spaceMembership).where(eq(spaceMembership.id, mine!.id)))[0]).toMatchObject({ leftAt: null, admittedHow: "invited" });
});

it("makes links and cards that work once each, made once by one form", async () => {
  const { db, as, group, resident, facilitator, space } = await opened({ joining: "invitation", visibility: "members" });
  const hidden = await group({ visibility: "members", joining: "invitation" });
  await expect(accessGroup(await as(resident), hidden.id)).rejects.toMatchObject({ code: "not_found" });
  const form = { batch: randomUUID(), spaceId: space.id, groupId: hidden.id, count: "3" };
  const { codes } = await invitePeople(await as(facilitator), form);
  expect(new Set(codes).size).toBe(3);
  await expect(invitePeople(await as(facilitator), form)).rejects.toMatchObject({ code: "already_done" });
  await expect(invitePeople(await as(resident), { ...form, batch: randomUUID() })).rejects.toMatchObject({ code: "not_found" });
  await expect(invitePeople(await as(resident), { ...form, batch: randomUUID(), groupId: "" })).rejects.toMatchObject({ code: "forbidden" });
  // As somebody types it from a card.
  await acceptInvitation(await as(resident), { code: codes[0]!.toLowerCase().replaceAll("-", ""), shownName: "Noor", agree: "yes" });
  expect((await accessGroup(await as(resident), hidden.id)).relation.member).toBe(true);
  await expect(acceptInvitation(await as(resident), { code: codes[1], agree: "yes" })).rejects.toMatchObject({ code: "already_done" });

  const helper = await makePerson(db);
  await makeSpaceRole(db, { spaceId: space.id, personId: helper.id, organisationId: space.organisationId, role: "helper" });
  await expect(invitePeople(await as(helper), { batch: randomUUID(), spaceId: space.id, groupId: hidden.id })).rejects.toMatchObject({ code: "not_found" });
  const card = await invitePeople(await as(helper), { batch: randomUUID(), spaceId: space.id });
  const visitor = await makePerson(db);
  await acceptInvitation(await as(visitor), { code: card.codes[0], shownName: "Ali", agree: "yes" });
  const [row] = await db.select().from(spaceMembership).where(eq(spaceMembership.personId, visitor.id));
  expect(row).toMatchObject({ admittedHow: "card", admittedByActor: helper.actorId });
});

it("changes a name in every stream where it shows, and leaves the leerplek with all its groups", async () => {
  const { db, as, group, resident, space, facilitator, role, factsOf } = await opened();
  const one = await group({ visibility: "public", joining: "open" });
  const elsewhere = await group({ visibility: "public", joining: "open" });
  await expect(changeShownName(await as(resident), { spaceId: space.id, shownName: "Merel" })).rejects.toMatchObject({ code: "join_space" });
  await joinGroup(await as(resident), { groupId: one.id, shownName: "Noor", agree: "yes" });
  await changeShownName(await as(resident), { spaceId: space.id, shownName: "Merel", nameForEveryone: "yes" });
  expect((await db.select().from(spaceMembership).where(eq(spaceMembership.personId, resident.id)))[0]).toMatchObject({ shownName: "Merel", nameForEveryone: true, rev: 2 });
  expect(await factsOf(`group:${one.id}`)).toContain("group.name-changed");
  expect(await factsOf(`group:${elsewhere.id}`)).not.toContain("group.name-changed");
  await leaveSpace(await as(resident), { spaceId: space.id });
  await expect(leaveSpace(await as(resident), { spaceId: space.id })).rejects.toMatchObject({ code: "already_done" });
  const still = await db.select().from(groupMembership).where(and(eq(groupMembership.personId, resident.id), eq(groupMembership.groupId, one.id)));
  expect(still[0]).toMatchObject({ endedBecause: "left" });
  await expect(leaveSpace(await as(facilitator), { spaceId: space.id })).rejects.toMatchObject({ code: "end_role_first" });
  await endRole(await as(facilitator), { spaceId: space.id, roleId: role.id });
  await leaveSpace(await as(facilitator), { spaceId: space.id });
});

it("gives a paper code to a member only, never to staff, and tells the person", async () => {
  const { db, as, group, resident, facilitator, space, factsOf } = await opened();
  const open = await group({ visibility: "public", joining: "open" });
  await joinGroup(await as(resident), { groupId: open.id, shownName: "Noor", agree: "yes" });
  const [mine] = await db.select().from(spaceMembership).where(eq(spaceMembership.personId, resident.id));
  const [theirs] = await db.select().from(spaceMembership).where(eq(spaceMembership.personId, facilitator.id));
  const given = await givePaperCode(await as(facilitator), { spaceId: space.id, membershipId: mine!.id });
  expect(given).toMatchObject({ code: expect.stringMatching(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/), shownName: "Noor" });
  expect(await factsOf(`person:${resident.actorId}`)).toEqual(["accounts.paper-code-given"]);
  await expect(givePaperCode(await as(resident), { spaceId: space.id, membershipId: theirs!.id })).rejects.toMatchObject({ code: "not_found" });
  await expect(givePaperCode(await as(facilitator), { spaceId: space.id, membershipId: theirs!.id })).rejects.toMatchObject({ code: "not_yourself" });
  const colleague = await makePerson(db);
  await makeSpaceRole(db, { spaceId: space.id, personId: colleague.id, organisationId: space.organisationId, role: "helper" });
  const [staff] = await db.select().from(spaceMembership).where(eq(spaceMembership.personId, colleague.id));
  await expect(givePaperCode(await as(facilitator), { spaceId: space.id, membershipId: staff!.id })).rejects.toMatchObject({ code: "forbidden" });
  await leaveSpace(await as(resident), { spaceId: space.id });
  await expect(givePaperCode(await as(facilitator), { spaceId: space.id, membershipId: mine!.id })).rejects.toMatchObject({ code: "not_found" });
});
