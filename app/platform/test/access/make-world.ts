import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeActivity, makeSignUp } from "#db/factories/make-activity";
import { makeDiscussion, makeMessages } from "#db/factories/make-discussion";
import { makeDocument, makeDocumentComment, makeEdition, makePublication } from "#db/factories/make-document";
import { makeProposal } from "#db/factories/make-proposal";
import { makeExperiment } from "#db/factories/make-experiment";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { makeOrganisation } from "#db/factories/make-organisation";
import { makePerson, type MadePerson } from "#db/factories/make-person";
import { makeCase, makeReport } from "#db/factories/make-report";
import { makeSpace, makeSpaceMembership, makeSpaceRole } from "#db/factories/make-space";
import { makeConsent, makeStudy } from "#db/factories/make-study";
import { appeal, decision, documentRevision, joinRequest, notice, questionBundle, questionBundleItem, release, session, spaceMembership, spaceOrganisation, spaceRole } from "#db/schema/index";
import { hashPassword } from "~/features/accounts/index.server";
import { goodPassword } from "~/features/accounts/test/act-as";
import type { House } from "~/platform/ctx.server";
import { makeEasyVersion } from "./easy-world";

/** Who tries: the columns of the matrix. "Elsewhere" runs another leerplek, the neighbour is in another group of this one. */
export const roles = ["anonymous", "stranger", "elsewhere", "neighbour", "reader", "member", "author", "helper", "facilitator", "moderator", "deputy", "steward", "administrator", "coordinator", "data steward", "researcher", "system"] as const;
export type Role = (typeof roles)[number];
/** Those whom nothing in the closed group concerns. */
export const outsiders: readonly Role[] = ["anonymous", "stranger", "elsewhere", "neighbour"];

export type World = Awaited<ReturnType<typeof makeWorld>>;

/** A leerplek of two organisations with a closed group, one of everything in it that the author made, and somebody in every role. */
export async function makeWorld(house: House) {
  const { db } = house.database;
  const now = house.now();
  const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
  const names = roles.filter((role) => role !== "anonymous" && role !== "system");
  const people = {} as Record<Exclude<Role, "anonymous" | "system">, MadePerson>;
  const ofInstallation: Partial<Record<Role, Parameters<typeof makePerson>[1]>> = { administrator: { roles: ["administrator"] }, coordinator: { roles: ["coordinator"] }, "data steward": { roles: ["data_steward"] } };
  const passwordHash = await hashPassword(goodPassword);
  for (const name of names) people[name] = await makePerson(db, { name: `De ${name}`, passwordHash, ...ofInstallation[name] });

  const [here, there, invited] = [await makeOrganisation(db, { name: "Gemeente Hier", stewards: [people.steward.id] }), await makeOrganisation(db, { name: "Gemeente Daar", stewards: [people.deputy.id] }), await makeOrganisation(db, { name: "Gemeente Ginds", stewards: [people.elsewhere.id] })];
  const space = await makeSpace(db, { organisationIds: [here.id, there.id], houseRules: ["We blijven vriendelijk."] });
  await db.insert(spaceOrganisation).values({ spaceId: space.id, organisationId: invited.id, state: "invited" });
  const otherSpace = await makeSpace(db, { organisationIds: [invited.id] });
  const draftSpace = await makeSpace(db, { organisationIds: [here.id, there.id], status: "draft" });
  const group = await makeGroup(db, { spaceId: space.id, visibility: "members", joining: "request", name: "De binnentuin" });
  const openGroup = await makeGroup(db, { spaceId: space.id, name: "Het plein" });
  const emptyGroup = await makeGroup(db, { spaceId: space.id, name: "De zolder" });
  const otherGroup = await makeGroup(db, { spaceId: otherSpace.id });

  for (const [role, organisationId] of [["helper", here.id], ["facilitator", here.id], ["moderator", here.id], ["deputy_moderator", there.id], ["space_steward", here.id]] as const) {
    const person = people[role === "deputy_moderator" ? "deputy" : role === "space_steward" ? "steward" : role];
    await makeSpaceRole(db, { spaceId: space.id, personId: person.id, organisationId, role, function: "medewerker", shownName: role });
  }
  await makeSpaceRole(db, { spaceId: draftSpace.id, personId: people.steward.id, organisationId: here.id, role: "space_steward", function: "medewerker", shownName: "Beheerder" });
  await makeSpaceRole(db, { spaceId: draftSpace.id, personId: people.moderator.id, organisationId: here.id, role: "moderator", function: "medewerker", shownName: "Moderator" });
  await makeSpaceRole(db, { spaceId: draftSpace.id, personId: people.deputy.id, organisationId: there.id, role: "deputy_moderator", function: "medewerker", shownName: "Plaatsvervanger" });
  for (const role of ["facilitator", "space_steward", "moderator"] as const) await makeSpaceRole(db, { spaceId: otherSpace.id, personId: people.elsewhere.id, organisationId: invited.id, role, function: "medewerker", shownName: "Elders" });
  for (const person of [people.member, people.author, people.reader]) await makeGroupMembership(db, { group, personId: person.id, shownName: "Lid", mayWrite: person !== people.reader, mayBeTypedFor: person === people.member });
  await makeGroupMembership(db, { group: openGroup, personId: people.neighbour.id, shownName: "Buur" });
  await makeGroupMembership(db, { group: otherGroup, personId: people.elsewhere.id, shownName: "Elders" });
  await makeSpaceMembership(db, { spaceId: space.id, personId: people.researcher.id, shownName: "Onderzoeker" });

  const authorActor = people.author.actorId;
  const talk = await makeDiscussion(db, { group, authorActor, title: "Wie giet er zaterdag?" });
  const [message] = await makeMessages(db, { discussion: talk, authorActor, texts: ["Ik kan niet.", "Jij ook niet?"] });
  const question = await makeDiscussion(db, { group, authorActor: people.member.actorId, kind: "question", title: "Hoe snoei je een haag?" });
  const openQuestion = await makeDiscussion(db, { group: openGroup, authorActor: people.neighbour.actorId, kind: "question", title: "Hoe lees je een uurrooster?" });
  const looseQuestion = await makeDiscussion(db, { group: openGroup, authorActor: people.neighbour.actorId, kind: "question", title: "Waar stopt de bus?" });
  const [bundle] = await db.insert(questionBundle).values({ spaceId: space.id, title: "Onderweg", createdByActor: people.facilitator.actorId }).returning();
  await db.insert(questionBundleItem).values({ bundleId: bundle!.id, discussionId: openQuestion.id });

  const document = await makeDocument(db, { groupId: group.id, spaceId: space.id, authorActor, createdAt: now, changedAt: now });
  const comment = await makeDocumentComment(db, { documentId: document.id, authorActor });
  const announced = await makeDocument(db, { groupId: group.id, spaceId: space.id, authorActor, createdAt: now, changedAt: now });
  await makePublication(db, { documentId: announced.id, announcedByActor: people.facilitator.actorId, announcedAt: later(-2), asked: [{ personId: people.author.id }] });
  const easy = await makeEasyVersion(db, document);
  const edition = await makeEdition(db, { document });
  const proposal = await makeProposal(db, { document, authorActor });
  const draft = await makeProposal(db, { document, authorActor, state: "draft" });
  const [revision] = await db.insert(documentRevision).values({ documentId: document.id, uptoSeq: document.seq, kind: "named", name: "Eerste", state: document.snapshot, byActor: authorActor }).returning();

  const experiment = await makeExperiment(db, { group, createdByActor: authorActor, wantToKnow: "Helpt het?", whatWeDo: "Proberen.", whenWeStop: "Na een week." });
  const measured = await makeExperiment(db, { group, createdByActor: authorActor, stage: "measuring", wantToKnow: "Helpt het?", whatWeDo: "Proberen.", whenWeStop: "Na een week." });
  const activity = await makeActivity(db, { group, startsAt: later(7) });
  const begun = await makeActivity(db, { group, startsAt: later(-1) });
  const signUp = await makeSignUp(db, { activityId: activity.id, personId: people.author.id });
  const attended = await makeSignUp(db, { activityId: begun.id, personId: people.author.id });

  const [request] = await db.insert(joinRequest).values({ groupId: group.id, personId: people.neighbour.id, text: "Mag ik?" }).returning();
  const [toRead] = await db.insert(notice).values({ personId: people.author.id, kind: "message_replied", href: "/", dedupeKey: randomUUID() }).returning();
  const sessionId = "ab".repeat(32);
  await db.insert(session).values({ id: sessionId, personId: people.author.id, device: "own", label: "", expiresAt: later(1), absoluteExpiresAt: later(2) });
  const memberships = await db.select().from(spaceMembership);
  const membershipOf = (person: MadePerson) => memberships.find((one) => one.personId === person.id && one.spaceId === space.id)!.id;
  const spaceRoles = (await db.select().from(spaceRole)).filter((one) => one.spaceId === space.id);

  const fresh = await makeCase(db, { spaceId: space.id, groupId: group.id, subjectId: message!.id, authorActor, ownerPersonId: people.moderator.id });
  const report = await makeReport(db, { caseId: fresh.id });
  const decidedCase = await makeCase(db, { spaceId: space.id, groupId: group.id, subjectKind: "discussion", subjectId: talk.id, authorActor, ownerPersonId: people.moderator.id, state: "decided" });
  const appealedCase = await makeCase(db, { spaceId: space.id, groupId: group.id, subjectKind: "comment", subjectId: comment.id, authorActor, ownerPersonId: people.deputy.id, state: "appealed" });
  const decisionRow = { decidedByActor: people.moderator.actorId, organisationId: here.id, happened: "Dit stond er.", rule: "house:0", measure: "warn" as const, reasons: "Daarom.", createdAt: now };
  const [decided] = await db.insert(decision).values({ ...decisionRow, id: randomUUID(), caseId: decidedCase.id }).returning();
  const [contested] = await db.insert(decision).values({ ...decisionRow, id: randomUUID(), caseId: appealedCase.id }).returning();
  const [secondLook] = await db.insert(appeal).values({ id: randomUUID(), decisionId: contested!.id, caseId: appealedCase.id, byActor: authorActor, text: "Kijk nog eens." }).returning();

  const inStudy = { spaceIds: [space.id], researchers: [people.researcher.id], stewardPersonId: people["data steward"].id };
  const draftStudy = await makeStudy(db, { ...inStudy, agreed: [here.id, there.id], state: "draft" });
  const study = await makeStudy(db, { ...inStudy, agreed: [here.id, there.id], state: "open", openedAt: later(-1) });
  await makeConsent(db, { studyId: study.id, actorId: people.author.actorId });
  const [made] = await db.insert(release).values({ studyId: study.id, number: 1, state: "ready", requestedByActor: people.researcher.actorId, fileName: "levering.zip", sha256: "0", bytes: 1, participants: 5, events: 5, readyAt: now }).returning();

  mkdirSync(join(house.dataDir, "releases"), { recursive: true });
  writeFileSync(join(house.dataDir, "releases", "levering.zip"), "zip");

  return {
    people, here, there, invited, space, otherSpace, draftSpace, group, openGroup, emptyGroup, otherGroup, talk, message: message!, question, openQuestion, looseQuestion, bundle: bundle!, document, comment, announced, easy, edition, revision: revision!, proposal, draft,
    experiment, measured, activity, begun, signUp, attended, request: request!, notice: toRead!, sessionId, membershipOf, spaceRoles, report, fresh, decidedCase, appealedCase, decided: decided!, contested: contested!, secondLook: secondLook!, draftStudy, study, release: made!,
  };
}
