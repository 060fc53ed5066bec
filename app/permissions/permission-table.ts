import type { Actor } from "~/platform/actor";
import type { Verdict } from "~/platform/codes";
import * as accounts from "./accounts";
import * as activities from "./activities";
import * as discussions from "./discussions";
import * as access from "./document-access";
import * as documents from "./documents";
import * as experiments from "./experiments";
import * as groups from "./groups";
import * as moderation from "./moderation";
import * as notifications from "./notifications";
import * as organisations from "./organisations";
import type { GroupRelation, SpaceRelation } from "./relations";
import * as research from "./research";
import * as spaces from "./spaces";

/** Who somebody is and how they stand to a leerplek and a group in it. */
export interface Stand {
  actor: Actor;
  space: SpaceRelation;
  group: GroupRelation;
}

interface Row {
  label: string;
  /** The rule that answers. */
  rule: { name: string };
  ask: (stand: Stand) => Verdict;
}

/** A table for officials: Dutch labels, one rule per row. `closed` asks about a group that only members read. */
export interface Table {
  title: string;
  closed: boolean;
  rows: Row[];
}

const row = (label: string, rule: { name: string }, ask: (stand: Stand) => Verdict): Row => ({ label, rule, ask });

const talk = (stand: Stand, mine = false) => ({ group: stand.group, kind: "conversation" as const, state: "open" as const, moderation: "visible" as const, questionState: null, mine });
const question = (stand: Stand) => ({ ...talk(stand), kind: "question" as const, questionState: "asked" as const });
const text = (stand: Stand) => ({ group: stand.group, moderation: "visible" as const, trashed: false, readBy: "group" as const, writtenBy: "group" as const, named: false });
const forFew = (stand: Stand, readBy: access.TextReaders) => ({ ...text(stand), readBy, writtenBy: "few" as const });
const proposal = { mine: false, state: "open", moderation: "visible" } as const;
const trial = (stand: Stand, stage: experiments.ExperimentStage = "idea") => ({ group: stand.group, stage, moderation: "visible" as const, mine: false });
const outing = (stand: Stand): activities.ActivityRelation => ({ group: stand.group, state: "planned", moderation: "visible", begun: false, over: false });
const visible = { mine: true, state: "visible" as const };
const theirs = { mine: false, state: "visible" as const };
const aCase = (stand: Stand, state: moderation.CaseRelation["state"]): moderation.CaseRelation => ({ state, moderates: spacesRole(stand, "moderator"), involved: false, decidedFirst: false });
const aDecision = (given: Partial<moderation.DecisionRelation>): moderation.DecisionRelation => ({ concerned: false, decidedByActor: false, measure: "hide", decidedAt: now, takenBack: false, askedAgain: false, superseded: false, ...given });
const spacesRole = (stand: Stand, role: "moderator" | "facilitator") => stand.space.roles.includes(role);
const now = new Date(0);

const inGroup: Row[] = [
  row("de groep lezen", groups.mayReadGroup, ({ actor, group }) => groups.mayReadGroup(actor, group)),
  row("een gesprek lezen", discussions.mayReadDiscussion, (s) => discussions.mayReadDiscussion(s.actor, talk(s))),
  row("bijhouden wat je gelezen hebt", discussions.mayMarkRead, ({ actor }) => discussions.mayMarkRead(actor)),
  row("een bericht schrijven", discussions.mayPost, (s) => discussions.mayPost(s.actor, talk(s))),
  row("terugvinden wat verborgen is", discussions.mayFindHidden, (s) => discussions.mayFindHidden(s.actor, s.group)),
  row("de foto van een bericht zien", discussions.maySeePicture, (s) => discussions.maySeePicture(s.actor, talk(s), theirs)),
  row("de foto zien van een bericht dat verborgen is", discussions.maySeePicture, (s) => discussions.maySeePicture(s.actor, talk(s), { state: "hidden" })),
  row("de hele groep noemen in een bericht", discussions.mayCallGroup, (s) => discussions.mayCallGroup(s.actor, talk(s))),
  row("iets schrijven in de groep", groups.mayWriteInGroup, ({ actor, group }) => groups.mayWriteInGroup(actor, group)),
  row("een gesprek beginnen", discussions.mayStartDiscussion, ({ actor, group }) => discussions.mayStartDiscussion(actor, group, "conversation")),
  row("iets meedelen", discussions.mayStartDiscussion, ({ actor, group }) => discussions.mayStartDiscussion(actor, group, "announcement")),
  row("een eigen bericht aanpassen", discussions.mayEditMessage, (s) => discussions.mayEditMessage(s.actor, talk(s), visible)),
  row("een eigen bericht weghalen", discussions.mayRemoveMessage, (s) => discussions.mayRemoveMessage(s.actor, talk(s), visible)),
  row("een eigen bericht terugzetten (10 minuten)", discussions.mayPutBack, (s) => discussions.mayPutBack(s.actor, talk(s), { mine: true, state: "removed" }, { mine: true, late: false })),
  row("eerdere versies van een bericht zien", discussions.mayReadHistory, (s) => discussions.mayReadHistory(s.actor, talk(s), theirs)),
  row("reageren met een woord op een bericht van een ander", discussions.mayReact, (s) => discussions.mayReact(s.actor, talk(s), theirs)),
  row("zien wie reageerde", discussions.maySeeWhoReacted, (s) => discussions.maySeeWhoReacted(s.actor, talk(s), theirs)),
  row("een antwoord van papier intypen voor een lid dat dat goed vindt", discussions.mayTypeIn, (s) => discussions.mayTypeIn(s.actor, talk(s), { self: false, agreed: true, mayPost: true })),
  row("een antwoord van papier intypen voor een ander lid", discussions.mayTypeIn, (s) => discussions.mayTypeIn(s.actor, talk(s), { self: false, agreed: false, mayPost: true })),
  row("een bericht bovenaan zetten", discussions.mayPinMessage, (s) => discussions.mayPinMessage(s.actor, talk(s), theirs)),
  row("een gesprek verplaatsen naar een groep waar niemand bij komt", discussions.mayMoveDiscussion, (s) => discussions.mayMoveDiscussion(s.actor, talk(s), { group: s.group, membersAmong: true })),
  row("een bericht verplaatsen naar een gesprek waar niemand bij komt", discussions.mayMoveMessage, (s) => discussions.mayMoveMessage(s.actor, talk(s), theirs, { group: s.group, membersAmong: true, sameGroup: false, discussion: talk(s) })),
  row("een gesprek afronden", discussions.mayCloseDiscussion, (s) => discussions.mayCloseDiscussion(s.actor, talk(s))),
  row("“Dat wil ik ook leren”", discussions.maySupportQuestion, (s) => discussions.maySupportQuestion(s.actor, question(s))),
  row("een leervraag oppikken", discussions.mayPickUpQuestion, (s) => discussions.mayPickUpQuestion(s.actor, question(s))),
  row("een leervraag beantwoorden", discussions.mayAnswerQuestion, (s) => discussions.mayAnswerQuestion(s.actor, question(s))),
  row("een tekst van de groep lezen", documents.mayReadDocument, (s) => documents.mayReadDocument(s.actor, text(s))),
  row("een tekst beginnen", documents.mayCreateDocument, ({ actor, group }) => documents.mayCreateDocument(actor, group)),
  row("meeschrijven aan een tekst", documents.mayWriteDocument, (s) => documents.mayWriteDocument(s.actor, text(s))),
  row("een tekst lezen die alleen voor de leden is", documents.mayReadDocument, (s) => documents.mayReadDocument(s.actor, forFew(s, "members"))),
  row("een tekst lezen die voor enkele leden is, zonder dat je erbij staat", documents.mayReadDocument, (s) => documents.mayReadDocument(s.actor, forFew(s, "few"))),
  row("een tekst lezen die voor enkele leden is, als je erbij staat", documents.mayReadDocument, (s) => documents.mayReadDocument(s.actor, { ...forFew(s, "few"), named: true })),
  row("meeschrijven aan een tekst waar enkele leden aan schrijven, zonder dat je erbij staat", documents.mayWriteDocument, (s) => documents.mayWriteDocument(s.actor, forFew(s, "group"))),
  row("kiezen wie een tekst leest en eraan schrijft, als een ander hem begon", access.mayNarrowDocument, (s) => access.mayNarrowDocument(s.actor, text(s), { began: false, isEasy: false, wanted: { readBy: "few" } })),
  row("kiezen wie een tekst leest en eraan schrijft, als je hem zelf begon", access.mayNarrowDocument, (s) => access.mayNarrowDocument(s.actor, text(s), { began: true, isEasy: false, wanted: { readBy: "few" } })),
  row("een opmerking bij een tekst", documents.mayComment, (s) => documents.mayComment(s.actor, text(s))),
  row("een opmerking op afgehandeld zetten", documents.mayResolveComment, (s) => documents.mayResolveComment(s.actor, text(s), { isThread: true })),
  row("een eigen opmerking aanpassen", documents.mayEditComment, (s) => documents.mayEditComment(s.actor, text(s), { mine: true, state: "visible" })),
  row("eerdere versies van een opmerking zien", documents.mayReadCommentHistory, (s) => documents.mayReadCommentHistory(s.actor, text(s), { state: "visible" })),
  row("een eigen opmerking weghalen", documents.mayRemoveComment, (s) => documents.mayRemoveComment(s.actor, text(s), { mine: true })),
  row("een tekst verplaatsen naar een groep waar niemand bij komt", documents.mayMoveDocument, (s) => documents.mayMoveDocument(s.actor, text(s), { group: s.group, membersAmong: true })),
  row("een tekst in de prullenbak zetten die een ander begon", documents.mayTrashDocument, (s) => documents.mayTrashDocument(s.actor, text(s), { began: false })),
  row("een tekst in de prullenbak zetten die je zelf begon", documents.mayTrashDocument, (s) => documents.mayTrashDocument(s.actor, text(s), { began: true })),
  row("de prullenbak van een groep zien", documents.maySeeTrash, ({ actor, group }) => documents.maySeeTrash(actor, group)),
  row("een tekst uit de prullenbak terugzetten (30 dagen)", documents.mayPutBackDocument, (s) => documents.mayPutBackDocument(s.actor, { ...text(s), trashed: true }, { byStaff: false, late: false })),
  row("een wijziging van een tekst voorstellen", documents.mayPropose, (s) => documents.mayPropose(s.actor, text(s))),
  row("een voorstel lezen", documents.mayReadProposal, (s) => documents.mayReadProposal(s.actor, text(s), proposal)),
  row("een eigen voorstel sturen", documents.maySendProposal, (s) => documents.maySendProposal(s.actor, text(s), { ...proposal, mine: true, state: "draft" })),
  row("over een voorstel beslissen", documents.mayDecideProposal, (s) => documents.mayDecideProposal(s.actor, text(s), proposal)),
  row("een eigen voorstel intrekken", documents.mayWithdrawProposal, (s) => documents.mayWithdrawProposal(s.actor, text(s), { ...proposal, mine: true })),
  row("een makkelijk te lezen versie beginnen", documents.mayBeginEasyVersion, (s) => documents.mayBeginEasyVersion(s.actor, text(s), { isEasy: false })),
  row("een makkelijk te lezen versie naast haar bron leggen", documents.mayAlignEasyVersion, (s) => documents.mayAlignEasyVersion(s.actor, text(s))),
  row("een tekst openbaar maken", documents.mayPublish, (s) => documents.mayPublish(s.actor, text(s))),
  row("van een tekst een sjabloon maken", documents.mayKeepTemplate, (s) => documents.mayKeepTemplate(s.actor, text(s))),
  row("een sjabloon weghalen", documents.mayTakeBackTemplate, (s) => documents.mayTakeBackTemplate(s.actor, text(s))),
  row("een sjabloon van deze groep nemen voor een tekst in een andere groep, voor wie daar een tekst mag beginnen", documents.mayUseTemplate, (s) => documents.mayUseTemplate(s.actor, text(s), { sameGroup: false })),
  row("zeggen of je naam erop mag (wie meeschreef)", documents.mayAnswerNaming, ({ actor }) => documents.mayAnswerNaming(actor, { wrote: true })),
  row("een uitgave intrekken", documents.mayWithdrawEdition, ({ actor, group }) => documents.mayWithdrawEdition(actor, group)),
  row("een experiment lezen", experiments.mayReadExperiment, (s) => experiments.mayReadExperiment(s.actor, trial(s))),
  row("een experiment voorstellen", experiments.mayStartExperiment, ({ actor, group }) => experiments.mayStartExperiment(actor, group)),
  row("een experiment aanpassen", experiments.mayChangeExperiment, (s) => experiments.mayChangeExperiment(s.actor, trial(s))),
  row("een experiment verder zetten", experiments.mayMoveExperiment, (s) => experiments.mayMoveExperiment(s.actor, trial(s), "running")),
  row("de les opschrijven", experiments.mayTellLesson, (s) => experiments.mayTellLesson(s.actor, trial(s, "measuring"))),
  row("een activiteit lezen", activities.mayReadActivity, (s) => activities.mayReadActivity(s.actor, outing(s))),
  row("een activiteit plannen", activities.mayPlanActivity, ({ actor, group }) => activities.mayPlanActivity(actor, group)),
  row("een activiteit aanpassen", activities.mayChangeActivity, (s) => activities.mayChangeActivity(s.actor, outing(s))),
  row("een activiteit afzeggen", activities.mayCancelActivity, (s) => activities.mayCancelActivity(s.actor, outing(s))),
  row("zich inschrijven", activities.maySignUp, (s) => activities.maySignUp(s.actor, outing(s))),
  row("zich uitschrijven", activities.maySignOff, (s) => activities.maySignOff(s.actor, outing(s))),
  row("iemand zonder account inschrijven", activities.mayWriteDownGuest, (s) => activities.mayWriteDownGuest(s.actor, outing(s))),
  row("de inschrijvingen zien", activities.maySeeSignUps, (s) => activities.maySeeSignUps(s.actor, outing(s))),
  row("iemand van de lijst halen", activities.mayTakeOffList, (s) => activities.mayTakeOffList(s.actor, outing(s))),
  row("aanwezigen tellen", activities.mayCountPeople, (s) => activities.mayCountPeople(s.actor, { ...outing(s), begun: true })),
  row("lid worden", groups.mayJoinGroup, ({ actor, group }) => groups.mayJoinGroup(actor, group)),
  row("vragen om lid te worden", groups.mayAskToJoinGroup, ({ actor, group }) => groups.mayAskToJoinGroup(actor, group)),
  row("binnengelaten worden", groups.mayBeAdmittedToGroup, ({ actor, group }) => groups.mayBeAdmittedToGroup(actor, group)),
  row("uit de groep gaan", groups.mayLeaveGroup, ({ actor, group }) => groups.mayLeaveGroup(actor, group)),
  row("zien welke leden nu in een gesprek zijn, waar de groep dat toont", groups.mayBePresent, ({ actor, group }) => groups.mayBePresent(actor, group)),
  row("zeggen dat een begeleider voor jou mag typen", groups.mayLetType, ({ actor, group }) => groups.mayLetType(actor, group)),
  row("de leden zien", groups.mayReadGroupMembers, ({ actor, group }) => groups.mayReadGroupMembers(actor, group)),
  row("de groep begeleiden", groups.mayRunGroup, ({ actor, group }) => groups.mayRunGroup(actor, group)),
  row("de groep voor minder mensen maken", groups.mayChangeGroup, ({ actor, group }) => groups.mayChangeGroup(actor, group, { visibility: "members" })),
  row("beslissen over een vraag om mee te doen", groups.mayDecideOnRequest, ({ actor, group }) => groups.mayDecideOnRequest(actor, { group, self: false, open: true })),
  row("een eigen vraag intrekken", groups.mayWithdrawRequest, ({ actor }) => groups.mayWithdrawRequest(actor, { self: true, open: true })),
  row("een lid uit de groep halen", groups.mayRemoveFromGroup, ({ actor, group }) => groups.mayRemoveFromGroup(actor, group, { self: false, takesPart: true })),
  row("mensen uitnodigen", groups.mayInvitePeople, ({ actor, space, group }) => groups.mayInvitePeople(actor, space, group)),
  row("een uitnodiging aannemen", groups.mayAcceptInvitation, ({ actor, space, group }) => groups.mayAcceptInvitation(actor, { own: false, toRole: false, space, group })),
];

const inSpace: Row[] = [
  row("de leerplek zien", spaces.maySeeSpace, ({ actor, space }) => spaces.maySeeSpace(actor, space)),
  row("de feed en de agenda volgen", spaces.mayFollowSpace, ({ actor, space }) => spaces.mayFollowSpace(actor, space)),
  row("alle teksten van de leerplek meenemen", documents.mayCarrySpace, ({ actor, space }) => documents.mayCarrySpace(actor, space, { mine: false })),
  row("leermateriaal lezen", documents.mayReadEdition, ({ actor, space }) => documents.mayReadEdition(actor, space)),
  row("meedoen", spaces.mayJoinSpace, ({ actor, space }) => spaces.mayJoinSpace(actor, space)),
  row("binnengelaten worden", spaces.mayBeAdmitted, ({ actor, space }) => spaces.mayBeAdmitted(actor, space)),
  row("een andere naam kiezen", spaces.mayChangeShownName, ({ actor, space }) => spaces.mayChangeShownName(actor, space)),
  row("weggaan", spaces.mayLeaveSpace, ({ actor, space }) => spaces.mayLeaveSpace(actor, space)),
  row("zien wie meedoet", spaces.mayReadMembers, ({ actor, space }) => spaces.mayReadMembers(actor, space)),
  row("begeleiden", spaces.mayFacilitate, ({ actor, space }) => spaces.mayFacilitate(actor, space)),
  row("zien wat begeleiders instellen", spaces.maySeeFacilitating, ({ actor, space }) => spaces.maySeeFacilitating(actor, space)),
  row("zien wie van een begeleider wil horen wat nieuw is", notifications.maySeeWhoWantsToBeTold, ({ actor, space }) => notifications.maySeeWhoWantsToBeTold(actor, space)),
  row("iemand binnenlaten", spaces.mayLetIn, ({ actor, space }) => spaces.mayLetIn(actor, space)),
  row("iemand uit de leerplek halen", spaces.mayRemoveMember, ({ actor, space }) => spaces.mayRemoveMember(actor, space, { self: false, takesPart: true, staff: false })),
  row("leervragen bundelen", discussions.mayBundleQuestions, ({ actor, space }) => discussions.mayBundleQuestions(actor, space)),
  row("een bundel lezen", discussions.mayReadBundle, ({ actor, space }) => discussions.mayReadBundle(actor, space)),
  row("een leerplek beginnen (wie voor een organisatie spreekt)", spaces.mayStartSpace, ({ actor }) => spaces.mayStartSpace(actor, { steward: actor.personId !== null })),
  row("de leerplek beheren", spaces.mayRunSpace, ({ actor, space }) => spaces.mayRunSpace(actor, space)),
  row("de leerplek voor minder mensen maken", spaces.mayChangeSpace, ({ actor, space }) => spaces.mayChangeSpace(actor, space, { visibility: "members" })),
  row("de leerplek openen", spaces.mayOpenSpace, ({ actor, space }) => spaces.mayOpenSpace(actor, { ...space, status: "draft" }, { moderator: true, secondDecider: true })),
  row("de leerplek pauzeren", spaces.mayPauseSpace, ({ actor, space }) => spaces.mayPauseSpace(actor, space)),
  row("de leerplek sluiten", spaces.mayCloseSpace, ({ actor, space }) => spaces.mayCloseSpace(actor, space)),
  row("iemand een taak geven", spaces.mayAppoint, ({ actor, space }) => spaces.mayAppoint(actor, space, { self: false, organisationTakesPart: true })),
  row("een taak beëindigen", spaces.mayEndRole, ({ actor, space }) => spaces.mayEndRole(actor, space, { role: "facilitator", self: false, ended: false, otherStewards: 1 })),
  row("beheerder worden (wie voor een organisatie spreekt die meedoet)", spaces.mayTakeUpStewardship, ({ actor, space }) => spaces.mayTakeUpStewardship(actor, space, { steward: actor.personId !== null, state: "accepted", already: false })),
  row("ja of nee zeggen voor een organisatie (wie ervoor spreekt)", organisations.mayAnswerForOrganisation, ({ actor }) => organisations.mayAnswerForOrganisation(actor, { steward: actor.personId !== null, state: "invited", spaceClosed: false })),
  row("met een organisatie stoppen (wie ervoor spreekt)", organisations.mayLeaveAsOrganisation, ({ actor }) => organisations.mayLeaveAsOrganisation(actor, { steward: actor.personId !== null, state: "accepted", spaceClosed: false, otherOrganisations: 1, stewardsElsewhere: 1 })),
];

const moderating: Row[] = [
  row("iets melden", moderation.mayReport, ({ actor }) => moderation.mayReport(actor, { own: false })),
  row("de meldingen zien", moderation.maySeeDesk, ({ actor, space }) => moderation.maySeeDesk(actor, space)),
  row("een zaak lezen", moderation.maySeeCase, (s) => moderation.maySeeCase(s.actor, aCase(s, "open"))),
  row("een zaak op zich nemen", moderation.mayClaimCase, (s) => moderation.mayClaimCase(s.actor, aCase(s, "open"))),
  row("beslissen", moderation.mayDecideCase, (s) => moderation.mayDecideCase(s.actor, aCase(s, "open"))),
  row("een beslissing terugnemen (wie ze nam, 10 minuten)", moderation.mayTakeBack, (s) => moderation.mayTakeBack(s.actor, aCase(s, "decided"), aDecision({ decidedByActor: true }), now)),
  row("vragen om opnieuw te kijken (over wie het gaat, 6 maanden)", moderation.mayAskSecondLook, ({ actor }) => moderation.mayAskSecondLook(actor, aDecision({ concerned: true }), now)),
  row("opnieuw kijken (niet wie eerst besliste)", moderation.mayDecideSecondLook, (s) => moderation.mayDecideSecondLook(s.actor, aCase(s, "appealed"))),
  row("voor een zaak meekijken in een gesloten groep", moderation.mayLookIntoGroup, (s) => moderation.mayLookIntoGroup(s.actor, aCase(s, "open"), true)),
];

const overInstallation: Row[] = [
  row("een account maken (13 of ouder)", accounts.mayMakeAccount, ({ actor }) => accounts.mayMakeAccount(actor, { age: "16_plus" })),
  row("zich aanmelden (met het juiste wachtwoord)", accounts.maySignIn, ({ actor }) => accounts.maySignIn(actor, { passwordStillRight: true, disabled: false })),
  row("het eigen account aanpassen", accounts.mayChangeOwnAccount, ({ actor }) => accounts.mayChangeOwnAccount(actor)),
  row("wachtwoord of e-mail veranderen (met het wachtwoord)", accounts.mayChangeWithPassword, ({ actor }) => accounts.mayChangeWithPassword(actor, { passwordStillRight: true })),
  row("kiezen welke meldingen je krijgt", notifications.mayChooseNotices, ({ actor }) => notifications.mayChooseNotices(actor)),
  row("kiezen wanneer er mails komen", notifications.mayChooseMail, ({ actor }) => notifications.mayChooseMail(actor)),
  row("meldingen op een eigen toestel aan- en uitzetten", notifications.mayGetPush, ({ actor }) => notifications.mayGetPush(actor, { own: true })),
  row("mails stopzetten (met het adres dat in de mail staat)", notifications.mayStopMail, ({ actor }) => notifications.mayStopMail(actor)),
  row("een link per mail vragen", accounts.mayAskForLink, ({ actor }) => accounts.mayAskForLink(actor)),
  row("een nieuw wachtwoord kiezen met een code op papier (nooit wie een taak heeft)", accounts.mayResetPassword, (s) => accounts.mayResetPassword(s.actor, { by: "paper", staff: s.space.roles.length > 0 || s.actor.roles.length > 0, disabled: false })),
  row("een code op papier geven aan wie meedoet", accounts.mayGivePaperCode, (s) =>
    accounts.mayGivePaperCode(s.actor, { receiver: "somebody-else", giverHasRole: s.space.roles.some((role) => role === "facilitator" || role === "space_steward"), receiverTakesPart: true, receiverIsStaff: false })),
  row("het eigen account wissen (met het wachtwoord)", accounts.mayEraseAccount, ({ actor }) => accounts.mayEraseAccount(actor, { passwordStillRight: true, objection: null })),
  row("organisaties maken", organisations.mayRunInstallation, ({ actor }) => organisations.mayRunInstallation(actor)),
  row("taken over de hele website geven", organisations.mayAppointForInstallation, ({ actor }) => organisations.mayAppointForInstallation(actor, { self: false })),
  row("taken over de hele website beëindigen", organisations.mayEndInstallationRole, ({ actor }) => organisations.mayEndInstallationRole(actor, { role: "coordinator", others: 1 })),
  row("de eerste beheerder aanbieden (alleen het systeem)", accounts.mayOfferFirstAdministrator, ({ actor }) => accounts.mayOfferFirstAdministrator(actor)),
  row("de eerste beheerder worden (met de link uit de terminal)", accounts.mayBecomeFirstAdministrator, ({ actor }) => accounts.mayBecomeFirstAdministrator(actor, { hasAdministrator: false })),
  row("teksten opruimen (alleen het systeem)", documents.mayKeepDocuments, ({ actor }) => documents.mayKeepDocuments(actor)),
];

const aStudy = (stand: Stand, given: Partial<research.StudyRelation> = {}): research.StudyRelation => ({
  state: "open",
  dataSteward: stand.actor.roles.includes("data_steward"),
  researcher: false,
  runsNamedSpace: stand.space.roles.some((role) => role !== "helper"),
  speaksFor: [],
  member: stand.space.member,
  answer: null,
  retentionOver: false,
  ...given,
});
/** For rows about somebody with an account who is also something that no column shows. */
const also = (stand: Stand, given: Partial<research.StudyRelation>) => aStudy(stand, stand.actor.personId === null ? {} : given);

const studying: Row[] = [
  row("een studie beginnen", research.mayStartStudy, (s) => research.mayStartStudy(s.actor, aStudy(s))),
  row("een studie zien die open is", research.maySeeStudy, (s) => research.maySeeStudy(s.actor, aStudy(s))),
  row("een studie bewaken", research.mayGuardStudy, (s) => research.mayGuardStudy(s.actor, aStudy(s))),
  row("een studie aanpassen", research.mayChangeStudy, (s) => research.mayChangeStudy(s.actor, aStudy(s, { state: "draft" }))),
  row("een studie openen", research.mayOpenStudy, (s) => research.mayOpenStudy(s.actor, aStudy(s, { state: "draft" }), ["in"])),
  row("een studie sluiten", research.mayCloseStudy, (s) => research.mayCloseStudy(s.actor, aStudy(s))),
  row("de sleutel vernietigen", research.mayDestroyKey, (s) => research.mayDestroyKey(s.actor, aStudy(s, { state: "closed" }))),
  row("onderzoeker worden (met een uitnodiging)", research.mayBecomeResearcher, (s) => research.mayBecomeResearcher(s.actor, aStudy(s))),
  row("ja of nee zeggen voor een organisatie (wie ervoor spreekt)", research.mayAnswerForStudy, (s) => research.mayAnswerForStudy(s.actor, also(s, { speaksFor: ["o"] }), "o")),
  row("zelf ja of nee zeggen", research.mayAnswerStudy, (s) => research.mayAnswerStudy(s.actor, aStudy(s))),
  row("een ja intrekken (wie ja zei)", research.mayWithdraw, (s) => research.mayWithdraw(s.actor, also(s, { answer: "given" }))),
  row("een levering vragen (onderzoeker)", research.mayUseReleases, (s) => research.mayUseReleases(s.actor, also(s, { researcher: true }))),
  row("een levering ophalen (onderzoeker)", research.mayGetRelease, (s) => research.mayGetRelease(s.actor, also(s, { researcher: true }), { ready: true, someoneWithdrew: false })),
];

export const tables: Table[] = [
  { title: "In een leerplek die open is voor iedereen", closed: false, rows: inSpace },
  { title: "In een open groep", closed: false, rows: inGroup },
  { title: "In een gesloten groep", closed: true, rows: inGroup },
  { title: "Bij een melding", closed: false, rows: moderating },
  { title: "Bij een studie", closed: false, rows: studying },
  { title: "Voor het eigen account en de hele website", closed: false, rows: overInstallation },
];
