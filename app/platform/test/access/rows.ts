import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { goodPassword as password } from "~/features/accounts/test/act-as";
import { appointForm, settingsForm, startForm } from "~/features/spaces/test/space-forms";
import type { World } from "./make-world";

/** What one action is asked with. */
export interface Row {
  /** Input that is right, about something of the closed group, the author or the leerplek. */
  input: (world: World) => Record<string, unknown>;
  /** Why no role may with this input: knowing a code, having a session or being the house is the right to it. */
  nobody?: "a code is the key" | "a cookie is the key" | "the house alone, with what its job found";
}

const secret = "A".repeat(43);
const activityDetails = { title: "Samen de bus nemen", description: "We rijden samen.", date: "2025-12-03", from: "14:00", until: "16:30", place: "Aan het station", contactName: "Fatima", contactPhone: "050 00 00 00" };
const experimentWords = { title: "Een naaicafé op zaterdag", wantToKnow: "Komen er meer mensen?", whatWeDo: "De deur open.", whenWeStop: "Na vier keer." };
const groupSettings = { name: "De zolder", description: "", visibility: "public", joining: "open" };
const studySettings = (world: World) => ({
  title: "Wat helpt?", purpose: "Weten wat helpt.", investigator: "Lotte Voorbeeld", institution: "Hogeschool Voorbeeld", legalBasis: "Toestemming", recipients: "Niemand anders.",
  fields: ["type", "occurred_at"], spaces: [world.space.id], periodFrom: "2025-01-01", periodTo: "2026-01-01", retentionEnd: "2030-01-01", sheet: "Dag. Ik vraag of het mag.",
});
const onePixel = new Uint8Array(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"));
const organisation = { name: "Vereniging Nieuw", kind: "association" };

/** An update of an empty text: it changes nothing, so only the right to push is asked. */
function anUpdate(): Uint8Array {
  const doc = new Y.Doc();
  doc.getXmlFragment("body").insert(0, [new Y.XmlElement("paragraph")]);
  return Y.encodeStateAsUpdate(doc);
}

/** Identity of the first paragraph of the text. */
function firstPiece(world: World): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, world.document.snapshot);
  const { client, clock } = (doc.getXmlFragment("body").get(0) as Y.XmlElement)._item!.id;
  return `${client}:${clock}`;
}

/** One row per action; a test fails when an action has none. */
export const rows: Record<string, Row> = {
  "accounts.become-first-administrator": { input: () => ({ link: secret, name: "Ann", password }), nobody: "a code is the key" },
  "accounts.change-mail-language": { input: () => ({ language: "fr" }) },
  "accounts.change-name": { input: () => ({ name: "Nieuwe naam" }) },
  "accounts.change-password": { input: () => ({ currentPassword: password, password: "acht-Andere-Zeilboten" }) },
  "accounts.choose-presence": { input: () => ({ presence: "yes" }) },
  "accounts.confirm-email": { input: () => ({ link: secret }), nobody: "a code is the key" },
  "accounts.end-session": { input: (world) => ({ session: world.sessionId }) },
  "accounts.erase-account": { input: () => ({ currentPassword: password, words: "keep" }) },
  "accounts.extend-session": { input: () => ({}), nobody: "a cookie is the key" },
  "accounts.keep-draft": { input: (world) => ({ place: `discussion:${world.talk.id}`, text: "Half" }) },
  "accounts.make-account": { input: () => ({ name: "Jan", password, age: "16_plus" }) },
  "accounts.offer-first-administrator": { input: () => ({}) },
  "accounts.request-email-reset": { input: () => ({ name: "iemand" }) },
  "accounts.reset-password": { input: () => ({ by: "email", link: secret, password }), nobody: "a code is the key" },
  "accounts.set-email": { input: () => ({ email: "jan@example.org", currentPassword: password }) },
  "accounts.sign-in": { input: (world) => ({ name: world.people.author.signInName, password }) },
  "accounts.sign-out": { input: () => ({}), nobody: "a cookie is the key" },
  "accounts.sign-out-everywhere": { input: () => ({}) },

  "activity.cancel": { input: (world) => ({ id: world.activity.id }) },
  "activity.change": { input: (world) => ({ id: world.activity.id, rev: world.activity.rev, ...activityDetails }) },
  "activity.note-attendance": { input: (world) => ({ activityId: world.begun.id, shown: [world.attended.id], came: [world.attended.id] }) },
  "activity.note-headcount": { input: (world) => ({ activityId: world.begun.id, headcount: "7" }) },
  "activity.plan": { input: (world) => ({ id: randomUUID(), groupId: world.group.id, ...activityDetails }) },
  "activity.sign-off": { input: (world) => ({ activityId: world.activity.id }) },
  "activity.sign-up": { input: (world) => ({ id: randomUUID(), activityId: world.activity.id }) },
  "activity.take-off-list": { input: (world) => ({ activityId: world.activity.id, signUpId: world.signUp.id }) },
  "activity.write-down-guest": { input: (world) => ({ id: randomUUID(), activityId: world.activity.id, name: "Maria" }) },

  "discussion.add-first-picture": { input: (world) => ({ groupId: world.group.id, kind: "conversation", file: onePixel }) },
  "discussion.add-picture": { input: (world) => ({ discussion: world.talk.id, file: onePixel }) },
  "discussion.close": { input: (world) => ({ discussion: world.talk.id, open: false }) },
  "discussion.edit": { input: (world) => ({ id: world.message.id, text: "Toch wel.", rev: world.message.rev }) },
  "discussion.mark-all-read": { input: (world) => ({ groupId: world.group.id }) },
  "discussion.mark-read": { input: (world) => ({ discussion: world.talk.id, ranges: [[1, 2]] }) },
  "discussion.move": { input: (world) => ({ discussion: world.openQuestion.id, to: world.group.id }) },
  "discussion.move-message": { input: (world) => ({ id: world.message.id, to: randomUUID(), title: "Apart", group: world.group.id }) },
  "discussion.pin": { input: (world) => ({ id: world.message.id, on: true }) },
  "discussion.post": { input: (world) => ({ id: randomUUID(), discussion: world.talk.id, text: "Ik ook." }) },
  "discussion.put-back": { input: (world) => ({ id: world.message.id }) },
  "discussion.react": { input: (world) => ({ id: world.message.id, kind: "thanks", on: true }) },
  "discussion.remove": { input: (world) => ({ id: world.message.id }) },
  "discussion.start": { input: (world) => ({ id: randomUUID(), groupId: world.group.id, kind: "conversation", title: "Zondag?", text: "Wie kan er zondag?" }) },
  "discussion.type-in": { input: (world) => ({ id: randomUUID(), discussion: world.talk.id, member: world.membershipOf(world.people.member), text: "Ik ook." }) },
  "question.answer": { input: (world) => ({ discussion: world.question.id, toKind: "experiment", toId: world.experiment.id }) },
  "question.change-bundle": { input: (world) => ({ id: world.bundle.id, title: "Onderweg", questions: [world.openQuestion.id], rev: world.bundle.rev }) },
  "question.lead-bundle": { input: (world) => ({ bundle: world.bundle.id, toKind: "activity", toId: world.activity.id }) },
  "question.make-bundle": { input: (world) => ({ id: randomUUID(), spaceId: world.space.id, title: "De bus", questions: [world.looseQuestion.id] }) },
  "question.pick-up": { input: (world) => ({ discussion: world.question.id }) },
  "question.support": { input: (world) => ({ discussion: world.question.id, want: true }) },

  "document.add-picture": { input: (world) => ({ document: world.document.id, file: onePixel }) },
  "document.align-easy": { input: (world) => ({ document: world.easy.id, easy: [world.easy.block], source: [], sign: world.easy.sign }) },
  "document.announce-publication": { input: (world) => ({ document: world.document.id }) },
  "document.answer-naming": { input: (world) => ({ document: world.announced.id, agreed: true }) },
  "document.begin-easy": { input: (world) => ({ id: randomUUID(), document: world.announced.id }) },
  "document.change-proposal": { input: (world) => ({ id: randomUUID(), document: world.document.id, edit: randomUUID(), key: firstPiece(world), how: "replace", text: "Zo begint het beter." }) },
  "document.decide-proposal": { input: (world) => ({ id: world.proposal.id, take: "all" }) },
  "document.push-proposal": { input: (world) => ({ id: randomUUID(), document: world.document.id, update: anUpdate() }) },
  "document.cancel-publication": { input: (world) => ({ document: world.announced.id }) },
  "document.comment": { input: (world) => ({ id: randomUUID(), document: world.document.id, text: "Mooi." }) },
  "document.create": { input: (world) => ({ id: randomUUID(), groupId: world.group.id, title: "Wat we weten" }) },
  "document.delete-trashed": { input: (world) => ({ document: world.document.id }) },
  "document.edit-comment": { input: (world) => ({ id: world.comment.id, text: "Toch wel mooi.", rev: world.comment.rev }) },
  "document.import": { input: (world) => ({ id: randomUUID(), groupId: world.group.id, title: "Uit een bestand", file: new TextEncoder().encode("# Bus\n\nNeem de bus.") }) },
  "document.make-template": { input: (world) => ({ document: world.document.id }) },
  "document.move": { input: (world) => ({ document: world.document.id, to: world.group.id }) },
  "document.name-revision": { input: (world) => ({ document: world.document.id, name: "Tweede" }) },
  "document.narrow": { input: (world) => ({ document: world.document.id, readBy: "members", rev: world.document.rev }) },
  "document.place": { input: (world) => ({ document: world.announced.id, parent: world.document.id }) },
  "document.publish": { input: (world) => ({ document: world.announced.id }) },
  "document.push": { input: (world) => ({ id: world.document.id, push: randomUUID(), update: anUpdate() }) },
  "document.put-back": { input: (world) => ({ document: world.document.id }) },
  "document.record-edition-read": { input: (world) => ({ person: world.people.author.id, document: world.document.id, number: 1 }) },
  "document.record-editing": { input: (world) => ({ id: world.document.id, uptoSeq: 1, sessions: [] }) },
  "document.record-opened": { input: (world) => ({ id: world.document.id, at: new Date() }) },
  "document.record-visit": { input: (world) => ({ person: world.people.author.id, actor: world.people.author.actorId, document: world.document.id, seq: 1, at: new Date() }) },
  "document.remove-comment": { input: (world) => ({ id: world.comment.id }) },
  "document.rename": { input: (world) => ({ id: world.document.id, title: "Andere titel", licence: "CC BY 4.0", rev: world.document.rev }) },
  "document.resolve-comment": { input: (world) => ({ id: world.comment.id, resolved: true }) },
  "document.restore-revision": { input: (world) => ({ document: world.document.id, revision: world.revision.id, push: randomUUID() }) },
  "document.send-proposal": { input: (world) => ({ id: world.draft.id, note: "Dit leest vlotter." }) },
  "document.set-plain-words": { input: (world) => ({ spaceId: world.space.id, lines: "traject = stappen", rev: 0 }) },
  "document.store-fold": { input: (world) => ({ id: world.document.id, seq: 1, snapshot: world.document.snapshot, vector: new Uint8Array(1), content: {}, text: "", tasks: [], revision: false }) },
  "document.take-back-template": { input: (world) => ({ document: world.document.id }) },
  "document.withdraw-proposal": { input: (world) => ({ id: world.proposal.id }) },
  "document.take-easy-block": { input: (world) => ({ document: world.easy.id, source: world.easy.source, sign: world.easy.sourceSign, push: randomUUID() }) },
  "document.trash": { input: (world) => ({ document: world.document.id }) },
  "document.withdraw-edition": { input: (world) => ({ edition: world.edition.id, reason: "Het klopt niet meer." }) },

  "experiment.change": { input: (world) => ({ id: world.experiment.id, rev: world.experiment.rev, ...experimentWords }) },
  "experiment.move": { input: (world) => ({ id: world.experiment.id, rev: world.experiment.rev, to: "running" }) },
  "experiment.start": { input: (world) => ({ id: randomUUID(), groupId: world.group.id, ...experimentWords }) },
  "experiment.tell-lesson": { input: (world) => ({ id: world.measured.id, rev: world.measured.rev, outcome: "failed", lesson: "Een nietje." }) },

  "group.accept-invitation": { input: () => ({ code: "A".repeat(20), shownName: "Jan", agree: "yes" }), nobody: "a code is the key" },
  "group.archive": { input: (world) => ({ groupId: world.emptyGroup.id }) },
  "group.ask-to-join": { input: (world) => ({ groupId: world.group.id, text: "Mag ik?", shownName: "Jan", agree: "yes" }) },
  "group.change": { input: (world) => ({ groupId: world.group.id, rev: world.group.rev, ...groupSettings, visibility: "members", joining: "request" }) },
  "group.decide-on-request": { input: (world) => ({ decision: "accept", requestId: world.request.id }) },
  "group.invite-people": { input: (world) => ({ batch: randomUUID(), spaceId: world.space.id, groupId: world.group.id, count: 1 }) },
  "group.join": { input: (world) => ({ groupId: world.emptyGroup.id, shownName: "Jan", agree: "yes" }) },
  "group.leave": { input: (world) => ({ groupId: world.group.id }) },
  "group.let-type": { input: (world) => ({ groupId: world.group.id, allowed: "yes" }) },
  "group.make": { input: (world) => ({ id: randomUUID(), spaceId: world.space.id, ...groupSettings }) },
  "group.remove-member": { input: (world) => ({ groupId: world.group.id, membershipId: world.membershipOf(world.people.member), reason: "Stoort." }) },
  "group.set-writing": { input: (world) => ({ groupId: world.group.id, membershipId: world.membershipOf(world.people.member), mayWrite: "no" }) },
  "group.withdraw-request": { input: (world) => ({ requestId: world.request.id }) },

  "installation.end-role": { input: (world) => ({ role: "coordinator", actorId: world.people.coordinator.actorId }) },
  "installation.give-role": { input: (world) => ({ role: "duty_desk", signInName: world.people.member.signInName }) },
  "organisation.appoint-steward": { input: (world) => ({ organisationId: world.there.id, signInName: world.people.member.signInName }) },
  "organisation.change": { input: (world) => ({ id: world.there.id, ...organisation }) },
  "organisation.end-stewardship": { input: (world) => ({ organisationId: world.here.id, actorId: world.people.steward.actorId }) },
  "organisation.make": { input: () => ({ id: randomUUID(), ...organisation }) },

  "moderation.ask-second-look": { input: (world) => ({ id: randomUUID(), decision: world.decided.id, text: "Kijk nog eens." }) },
  "moderation.claim": { input: (world) => ({ case: world.fresh.id }) },
  "moderation.decide": { input: (world) => ({ case: world.fresh.id, version: world.fresh.version, found: "nothing", measure: "none", words: "", id: randomUUID(), seal: "0".repeat(64) }), nobody: "a code is the key" },
  "moderation.decide-second-look": { input: (world) => ({ appeal: world.secondLook.id, version: world.appealedCase.version, outcome: "upheld", answer: "Het blijft zo." }) },
  "moderation.look-into-group": { input: (world) => ({ case: world.fresh.id }) },
  "moderation.pass-on": { input: (world) => ({ case: world.fresh.id }), nobody: "the house alone, with what its job found" },
  "moderation.report": { input: (world) => ({ id: randomUUID(), secret, kind: "message", subject: world.message.id, reason: "insult" }) },
  "moderation.take-back": { input: (world) => ({ decision: world.decided.id }) },
  "moderation.tell-reporter": { input: (world) => ({ report: world.report.id }), nobody: "the house alone, with what its job found" },

  "notifications.choose-mail": { input: () => ({ rhythm: "weekly", hour: "18", weekday: "5" }) },
  "notifications.stop-mail": { input: () => ({ key: secret }), nobody: "a code is the key" },
  "notifications.get-push": { input: () => ({ endpoint: "https://updates.push.services.mozilla.com/wpush/v2/x", p256dh: "A".repeat(87), auth: "A".repeat(22) }), nobody: "a cookie is the key" },
  "notifications.stop-push": { input: () => ({}), nobody: "a cookie is the key" },
  "notifications.choose-level": { input: (world) => ({ kind: "group", id: world.group.id, level: "all" }) },
  "notifications.drop-level": { input: (world) => ({ id: world.group.id }) },
  "notifications.open-notice": { input: (world) => ({ id: world.notice.id }) },
  "notifications.read-all": { input: () => ({ until: "2025-11-20T10:00:00.000Z" }) },

  "research.answer": { input: (world) => ({ id: randomUUID(), study: world.study.id, version: world.study.sheetVersion, answer: "yes" }) },
  "research.answer-for-organisation": { input: (world) => ({ study: world.draftStudy.id, organisation: world.here.id, answer: "yes" }) },
  "research.ask-release": { input: (world) => ({ id: randomUUID(), study: world.study.id }) },
  "research.become-researcher": { input: () => ({ code: secret }), nobody: "a code is the key" },
  "research.change": { input: (world) => ({ study: world.draftStudy.id, rev: world.draftStudy.rev, ...studySettings(world) }) },
  "research.close": { input: (world) => ({ study: world.study.id }) },
  "research.destroy-key": { input: (world) => ({ study: world.study.id }), nobody: "the house alone, with what its job found" },
  "research.fetch-release": { input: (world) => ({ release: world.release.id }) },
  "research.finish-release": { input: (world) => ({ release: world.release.id, outcome: { state: "failed", code: "failed" } }), nobody: "the house alone, with what its job found" },
  "research.invite": { input: (world) => ({ id: randomUUID(), study: world.draftStudy.id, institution: "Hogeschool" }) },
  "research.open": { input: (world) => ({ study: world.draftStudy.id }) },
  "research.start": { input: (world) => ({ id: randomUUID(), ...studySettings(world) }) },
  "research.withdraw": { input: (world) => ({ id: randomUUID(), study: world.study.id }) },

  "space.answer-for-organisation": { input: (world) => ({ answer: "no", spaceId: world.space.id, organisationId: world.invited.id }) },
  "space.appoint": { input: (world) => appointForm({ spaceId: world.space.id, organisationId: world.here.id, signInName: world.people.member.signInName }) },
  "space.change": { input: (world) => ({ spaceId: world.space.id, rev: world.space.rev, ...settingsForm(), themeKey: world.space.themeKey }) },
  "space.change-shown-name": { input: (world) => ({ spaceId: world.space.id, shownName: "Janneke" }) },
  "space.close": { input: (world) => ({ spaceId: world.space.id }) },
  "space.end-role": { input: (world) => ({ spaceId: world.space.id, roleId: world.spaceRoles.find(({ role }) => role === "helper")!.id }) },
  "space.give-paper-code": { input: (world) => ({ spaceId: world.space.id, membershipId: world.membershipOf(world.people.member) }) },
  "space.invite-organisation": { input: (world) => ({ spaceId: world.draftSpace.id, organisationId: world.invited.id }) },
  "space.invite-to-role": { input: (world) => ({ id: randomUUID(), ...appointForm({ spaceId: world.space.id, organisationId: world.here.id }) }) },
  "space.join": { input: (world) => ({ spaceId: world.otherSpace.id, shownName: "Jan", agree: "yes" }) },
  "space.leave": { input: (world) => ({ spaceId: world.space.id }) },
  "space.leave-as-organisation": { input: (world) => ({ spaceId: world.space.id, organisationId: world.there.id }) },
  "space.open": { input: (world) => ({ spaceId: world.draftSpace.id }) },
  "space.pause": { input: (world) => ({ spaceId: world.space.id }) },
  "space.remove-member": { input: (world) => ({ spaceId: world.space.id, membershipId: world.membershipOf(world.people.member), reason: "Stoort." }) },
  "space.start": { input: (world) => startForm({ organisationId: world.here.id, themeKey: world.space.themeKey }) },
  "space.take-up-stewardship": { input: (world) => ({ spaceId: world.space.id, organisationId: world.there.id, shownName: "Baas", function: "baas" }) },
};
