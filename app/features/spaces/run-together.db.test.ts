import { expect, it } from "vitest";
import { and, eq } from "drizzle-orm";
import { makeOrganisation } from "#db/factories/make-organisation";
import { makePerson } from "#db/factories/make-person";
import { makeTheme } from "#db/factories/make-space";
import { fact, organisationSteward, space as spaceTable, spaceMembership, spaceOrganisation, spaceRole } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { acceptInvitation } from "~/features/groups/index.server";
import { ctxFor, testHouse } from "~/platform/test/test-house";
import {
  accessSpace,
  answerForOrganisation,
  appointPerson,
  changeSpace,
  closeSpace,
  endRole,
  inviteOrganisation,
  inviteToRole,
  joinSpace,
  leaveAsOrganisation,
  openSpace,
  pauseSpace,
  startSpace,
  takeUpStewardship,
} from "./index.server";
import { appointForm, settingsForm, startForm } from "./test/space-forms";

const home = useDatabase();

/** Three organisations, each with somebody who speaks for it, and a draft that the first one started. */
async function draft() {
  const house = testHouse(home.database);
  const { db } = house.database;
  await makeTheme(db);
  const [marie, wim, els, resident] = await Promise.all(["Marie", "Wim", "Els", "Noor"].map((name) => makePerson(db, { name })));
  const town = await makeOrganisation(db, { name: "Gemeente Proefdorp", stewards: [marie!.id] });
  const care = await makeOrganisation(db, { name: "OCMW Veldhoek", kind: "ocmw", stewards: [wim!.id] });
  const club = await makeOrganisation(db, { name: "Vereniging De Brug", kind: "association", phone: null, stewards: [els!.id] });
  const as = (person: { id: string } | undefined) => ctxFor(house, person?.id ?? null);
  const { slug } = await startSpace(await as(marie), startForm({ organisationId: town.id }));
  const { space } = await accessSpace(await as(marie), { slug });
  return { house, db, as, marie: marie!, wim: wim!, els: els!, resident: resident!, town, care, club, space, slug, spaceId: space.id };
}

it("walks the whole way of a local government: start, invite, appoint, open, pause, resume, lose a partner, close", async () => {
  const { as, db, house, marie, wim, els, resident, town, care, club, spaceId, slug } = await draft();
  await expect(accessSpace(await as(resident), { slug })).rejects.toMatchObject({ code: "not_found" });

  await inviteOrganisation(await as(marie), { spaceId, organisationId: care.id });
  await inviteOrganisation(await as(marie), { spaceId, organisationId: club.id });
  await expect(answerForOrganisation(await as(els), { answer: "yes", spaceId, organisationId: care.id, shownName: "Els", function: "x" })).rejects.toMatchObject({ code: "not_found" });
  await answerForOrganisation(await as(wim), { answer: "yes", spaceId, organisationId: care.id, shownName: "Wim", function: "maatschappelijk werker" });
  await answerForOrganisation(await as(els), { answer: "no", spaceId, organisationId: club.id });
  expect((await accessSpace(await as(wim), { slug })).relation.roles).toEqual(["space_steward"]);

  await expect(openSpace(await as(marie), { spaceId })).rejects.toMatchObject({ code: "no_moderator" });
  const moderator = await makePerson(db, { name: "Tom" });
  await appointPerson(await as(marie), appointForm({ spaceId, organisationId: town.id, role: "moderator", signInName: moderator.signInName }));
  await openSpace(await as(marie), { spaceId });
  const { membershipId } = await joinSpace(await as(resident), { spaceId, shownName: "Noor", agree: "yes" });

  await pauseSpace(await as(wim), { spaceId });
  await expect(joinSpace(await as(els), { spaceId, shownName: "Els", agree: "yes" })).rejects.toMatchObject({ code: "paused" });
  await openSpace(await as(marie), { spaceId });

  await leaveAsOrganisation(await as(marie), { spaceId, organisationId: town.id });
  const [lead] = await db.select().from(spaceOrganisation).where(and(eq(spaceOrganisation.spaceId, spaceId), eq(spaceOrganisation.lead, true)));
  expect(lead?.organisationId).toBe(care.id);
  expect((await accessSpace(await as(marie), { slug })).relation.roles).toEqual([]);
  expect((await accessSpace(await as(moderator), { slug })).relation.roles).toEqual([]);
  expect((await accessSpace(await as(resident), { slug })).relation).toMatchObject({ status: "open", member: true });
  await expect(leaveAsOrganisation(await as(wim), { spaceId, organisationId: care.id })).rejects.toMatchObject({ code: "no_lead_left" });

  await closeSpace(await as(wim), { spaceId });
  const closed = await accessSpace(await as(resident), { slug });
  expect(closed.space).toMatchObject({ status: "closed", closedAt: house.now(), houseRules: ["We blijven vriendelijk.", "We delen geen adressen van anderen."] });
  expect(closed.membership?.id).toBe(membershipId);
  await expect(changeSpace(await as(wim), { ...settingsForm(), spaceId, rev: closed.space.rev })).rejects.toMatchObject({ code: "closed" });
  await expect(openSpace(await as(wim), { spaceId })).rejects.toMatchObject({ code: "closed" });

  const facts = await db.select({ type: fact.type, data: fact.data }).from(fact).where(eq(fact.stream, `space:${spaceId}`)).orderBy(fact.n);
  expect(facts.map((one) => one.type)).toEqual([
    "space.started",
    "space.member-joined",
    "space.role-given",
    "space.organisation-invited",
    "space.organisation-invited",
    "space.organisation-answered",
    "space.member-joined",
    "space.role-given",
    "space.organisation-answered",
    "space.member-joined",
    "space.role-given",
    "space.status-changed",
    "space.member-joined",
    "space.status-changed",
    "space.status-changed",
    "space.role-ended",
    "space.role-ended",
    "space.organisation-left",
    "space.status-changed",
  ]);
});

it("starts once, only for who speaks for the organisation, and gives every leerplek its own address", async () => {
  const { as, db, marie, wim, town, care } = await draft();
  const form = startForm({ organisationId: town.id, name: "Nieuw" });
  const first = await startSpace(await as(marie), form);
  expect(await startSpace(await as(marie), form)).toMatchObject({ slug: first.slug });
  expect(first.slug).toMatch(/^nieuw-[0-9a-f]{4}$/);
  const second = await startSpace(await as(wim), startForm({ organisationId: care.id }));
  expect(second.slug).toMatch(/^samen-op-weg-[0-9a-f]{8}$/);
  expect(await db.select().from(spaceTable)).toHaveLength(3);
  await expect(startSpace(await as(wim), startForm({ organisationId: town.id }))).rejects.toMatchObject({ code: "forbidden" });
  await expect(startSpace(await as(undefined), startForm({ organisationId: town.id }))).rejects.toMatchObject({ code: "sign_in" });
  await expect(startSpace(await as(wim), startForm({ organisationId: care.id, themeKey: "none" }))).rejects.toMatchObject({ detail: { fields: { themeKey: "not_valid" } } });
  await expect(startSpace(await as(wim), startForm({ organisationId: care.id, areas: ["99999"] }))).rejects.toMatchObject({ detail: { fields: { areas: "not_valid" } } });
});

it("never lets a steward appoint themselves, nor anyone else appoint at all", async () => {
  const { as, db, marie, wim, resident, town, care, spaceId } = await draft();
  const form = (signInName: string) => appointForm({ spaceId, organisationId: town.id, role: "moderator", signInName });
  await expect(appointPerson(await as(marie), form(marie.signInName))).rejects.toMatchObject({ code: "not_yourself" });
  await expect(appointPerson(await as(resident), form(wim.signInName))).rejects.toMatchObject({ code: "not_found" });
  await expect(appointPerson(await as(marie), { ...form(wim.signInName), organisationId: care.id })).rejects.toMatchObject({ code: "forbidden" });
  await expect(appointPerson(await as(marie), form("niemand-123"))).rejects.toMatchObject({ detail: { fields: { signInName: "not_valid" } } });
  await expect(appointPerson(await as(marie), { ...form(wim.signInName), until: "2025-11-01" })).rejects.toMatchObject({ detail: { fields: { until: "too_low" } } });
  await expect(appointPerson(await as(marie), { ...form(wim.signInName), role: "space_steward" })).rejects.toMatchObject({ code: "invalid_input" });
  await appointPerson(await as(marie), form(wim.signInName));
  await appointPerson(await as(marie), { ...form(wim.signInName), until: "2026-06-30" });
  const held = await db.select().from(spaceRole).where(eq(spaceRole.personId, wim.id));
  expect(held.map((one) => one.until?.toISOString())).toEqual(["2026-06-30T21:59:59.000Z"]);
  // A moderator is no steward: they cannot choose their peers.
  await expect(appointPerson(await as(wim), form(resident.signInName))).rejects.toMatchObject({ code: "forbidden" });
});

it("opens only with a moderator who can be reached and a second decider from elsewhere", async () => {
  const { as, db, house, marie, els, club, town, spaceId } = await draft();
  await inviteOrganisation(await as(marie), { spaceId, organisationId: club.id });
  await answerForOrganisation(await as(els), { answer: "yes", spaceId, organisationId: club.id, shownName: "Els", function: "voorzitter" });
  const tom = await makePerson(db, { name: "Tom" });
  // The association has no phone, no mail, and Tom confirmed no address: nobody could reach him.
  await appointPerson(await as(marie), appointForm({ spaceId, organisationId: club.id, role: "moderator", signInName: tom.signInName, until: "2025-12-01" }));
  await expect(openSpace(await as(marie), { spaceId })).rejects.toMatchObject({ code: "no_moderator" });
  const role = { role: "moderator", signInName: tom.signInName, until: "2025-12-01" };
  await appointPerson(await as(marie), appointForm({ spaceId, organisationId: town.id, ...role }));
  await openSpace(await as(marie), { spaceId });

  // The only other organisation leaves: open again needs somebody from elsewhere, and the duty desk is that.
  await leaveAsOrganisation(await as(els), { spaceId, organisationId: club.id });
  await pauseSpace(await as(marie), { spaceId });
  await expect(openSpace(await as(marie), { spaceId })).rejects.toMatchObject({ code: "no_second_decider" });
  await makePerson(db, { roles: ["duty_desk"] });
  await openSpace(await as(marie), { spaceId });

  // A role past its end date counts no more.
  await pauseSpace(await as(marie), { spaceId });
  house.setNow(new Date("2025-12-02T10:00:00Z"));
  await expect(openSpace(await as(marie), { spaceId })).rejects.toMatchObject({ code: "no_moderator" });
});

it("keeps somebody who runs it: the last steward cannot go, a colleague of the organisation can step in", async () => {
  const { as, db, marie, wim, town, care, spaceId } = await draft();
  const [mine] = await db.select().from(spaceRole).where(eq(spaceRole.personId, marie.id));
  await expect(endRole(await as(marie), { spaceId, roleId: mine!.id })).rejects.toMatchObject({ code: "last_steward" });
  const colleague = await makePerson(db, { name: "Jo" });
  await expect(takeUpStewardship(await as(colleague), { spaceId, organisationId: town.id, shownName: "Jo", function: "diensthoofd" })).rejects.toMatchObject({ code: "not_found" });
  await db.insert(organisationSteward).values({ organisationId: town.id, personId: colleague.id });
  await takeUpStewardship(await as(colleague), { spaceId, organisationId: town.id, shownName: "Jo", function: "diensthoofd" });
  await expect(takeUpStewardship(await as(colleague), { spaceId, organisationId: town.id, shownName: "Jo", function: "diensthoofd" })).rejects.toMatchObject({ code: "already_done" });
  await expect(endRole(await as(colleague), { spaceId, roleId: mine!.id })).rejects.toMatchObject({ code: "forbidden" });
  await endRole(await as(marie), { spaceId, roleId: mine!.id });
  await expect(endRole(await as(marie), { spaceId, roleId: mine!.id })).rejects.toMatchObject({ code: "already_done" });
  await inviteOrganisation(await as(colleague), { spaceId, organisationId: care.id });
  await expect(inviteOrganisation(await as(colleague), { spaceId, organisationId: care.id })).rejects.toMatchObject({ code: "already_done" });
  await expect(leaveAsOrganisation(await as(wim), { spaceId, organisationId: care.id })).rejects.toMatchObject({ code: "already_done" });
});

it("gives a role by a link, once, to somebody else, as long as who made it may", async () => {
  const { as, db, house, marie, wim, resident, town, spaceId } = await draft();
  const invite = async (given: Record<string, unknown> = {}) => inviteToRole(await as(marie), appointForm({ id: crypto.randomUUID(), spaceId, organisationId: town.id, ...given }));
  const { code } = await invite();
  await expect(acceptInvitation(await as(undefined), { code, shownName: "Noor", agree: "yes" })).rejects.toMatchObject({ code: "sign_in" });
  await expect(acceptInvitation(await as(marie), { code, agree: "yes" })).rejects.toMatchObject({ code: "not_yourself" });
  await expect(acceptInvitation(await as(resident), { code, agree: "yes" })).rejects.toMatchObject({ detail: { fields: { shownName: "required" } } });
  await acceptInvitation(await as(resident), { code, shownName: "Noor", function: "vrijwilliger", agree: "yes" });
  const [role] = await db.select().from(spaceRole).where(eq(spaceRole.personId, resident.id));
  expect(role).toMatchObject({ role: "facilitator", function: "vrijwilliger", appointedByActor: marie.actorId });
  const [membership] = await db.select().from(spaceMembership).where(eq(spaceMembership.personId, resident.id));
  expect(membership).toMatchObject({ admittedHow: "invited", admittedByActor: marie.actorId });
  await expect(acceptInvitation(await as(wim), { code, shownName: "Wim", agree: "yes" })).rejects.toMatchObject({ code: "code_used" });
  await expect(acceptInvitation(await as(wim), { code: "CCCC-CCCC-CCCC", shownName: "Wim", agree: "yes" })).rejects.toMatchObject({ code: "wrong_code" });

  const late = await invite();
  const orphan = await invite();
  const colleague = await makePerson(db);
  await db.insert(organisationSteward).values({ organisationId: town.id, personId: colleague.id });
  await takeUpStewardship(await as(colleague), { spaceId, organisationId: town.id, shownName: "Jo", function: "diensthoofd" });
  const [mine] = await db.select().from(spaceRole).where(eq(spaceRole.personId, marie.id));
  await endRole(await as(marie), { spaceId, roleId: mine!.id });
  await expect(acceptInvitation(await as(wim), { code: orphan.code, shownName: "Wim", agree: "yes" })).rejects.toMatchObject({ code: "code_expired" });
  house.setNow(new Date("2025-12-20T10:00:00Z"));
  await expect(acceptInvitation(await as(wim), { code: late.code, shownName: "Wim", agree: "yes" })).rejects.toMatchObject({ code: "code_expired" });
});

it("changes settings on the newest version only, and never opens what was for members", async () => {
  const { as, marie, resident, spaceId, slug } = await draft();
  const change = async (given: Record<string, unknown>, who = marie) => changeSpace(await as(who), { ...settingsForm(), spaceId, ...given });
  await change({ rev: 1, name: "Vlot op weg", visibility: "members" });
  await expect(change({ rev: 1 })).rejects.toMatchObject({ code: "stale" });
  await expect(change({ rev: 2 }, resident)).rejects.toMatchObject({ code: "not_found" });
  await change({ rev: 2, visibility: "public" });
  await change({ rev: 3, visibility: "members" });
  expect((await accessSpace(await as(marie), { slug })).space).toMatchObject({ name: "Samen op weg", visibility: "members", slug, rev: 4 });
});
