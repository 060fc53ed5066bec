import type { Verdict } from "~/platform/codes";
import { signedIn, type Actor } from "~/platform/actor";
import { isAmongReaders, isAmongWriters, type DocumentAccess } from "./document-access";
import { isNoWider, mayReadGroup, mayRunGroup, mayWriteInGroup, type NewPlace } from "./groups";
import { hasRole, staffRoles, type GroupRelation } from "./relations";
import { isOpenForWriting, maySeeSpace } from "./spaces";

/** What rules need to know of a shared text and of how the actor stands to it. */
export interface DocumentRelation extends DocumentAccess {
  group: GroupRelation;
  moderation: "visible" | "hidden" | "removed";
  /** It lies in the trash of its group. */
  trashed: boolean;
}

/** A text that moderation hid is there for nobody; the desk shows it with its case. One in the trash is read by nobody either. */
export function mayReadDocument(actor: Actor, document: DocumentRelation): Verdict {
  const read = mayReadGroup(actor, document.group);
  if (read !== true || actor.system) return read;
  if (document.moderation !== "visible") return "not_found";
  const among = isAmongReaders(actor, document);
  if (among !== true) return among;
  return document.trashed ? "in_trash" : true;
}

/** Beginning a shared text: everyone who writes in the group. */
export function mayCreateDocument(actor: Actor, group: GroupRelation): Verdict {
  return mayWriteInGroup(actor, group);
}

/** Writing along: every push, the title, and bringing an old version back, which is an edit too. */
export function mayWriteDocument(actor: Actor, document: DocumentRelation): Verdict {
  const may = mayWriteBesides(actor, document);
  return may === true ? isAmongWriters(actor, document) : may;
}

/** Whoever writes in the group and reads the text, also when others write in the text itself. */
function mayWriteBesides(actor: Actor, document: DocumentRelation): Verdict {
  if (document.moderation !== "visible") return "not_found";
  const may = mayWriteInGroup(actor, document.group);
  if (may !== true) return may;
  const among = isAmongReaders(actor, document);
  if (among !== true) return among;
  return document.trashed ? "in_trash" : true;
}

/** Moving a text to another group of its leerplek, for who runs both; never to more people than it was written for. */
export function mayMoveDocument(actor: Actor, document: DocumentRelation, to: NewPlace & { /** Texts beneath it that go along. */ along?: readonly DocumentRelation[] }): Verdict {
  if (document.moderation !== "visible") return "not_found";
  const here = mayRunGroup(actor, document.group);
  if (here !== true) return here;
  if (document.trashed) return "in_trash";
  const there = mayRunGroup(actor, to.group);
  if (there !== true) return there;
  return [document, ...(to.along ?? [])].every((one) => isNoWiderFor(one, to)) ? true : "wider_audience";
}

/** What members alone read is read there by members alone, whoever reads that group; what some read stays theirs, also where only some of them are. */
function isNoWiderFor({ group, readBy }: DocumentRelation, to: NewPlace): boolean {
  if (readBy === "few") return true;
  if (readBy === "group") return isNoWider(group, to);
  return isNoWider({ ...group, visibility: "members" }, { ...to, group: { ...to.group, visibility: "members" } });
}

/** Taking back the template that a text is, for who runs the group. What began with it stays. */
export function mayTakeBackTemplate(actor: Actor, document: DocumentRelation): Verdict {
  return mayPublish(actor, document);
}

/** Making a template of a text, and making it anew: for who runs the group. What fewer than the group read begins no text for more. */
export function mayKeepTemplate(actor: Actor, document: DocumentRelation): Verdict {
  const may = mayPublish(actor, document);
  return may === true && document.readBy !== "group" ? "only_for_group" : may;
}

/** Beginning a text with a template, for who reads the text that it is; elsewhere than in its own group only when everyone there reads it already. */
export function mayUseTemplate(actor: Actor, document: DocumentRelation, { sameGroup }: { sameGroup: boolean }): Verdict {
  const read = mayReadDocument(actor, document);
  if (read !== true) return read;
  return sameGroup || document.group.visibility === "public" ? true : "wider_audience";
}

/**
 * Putting a text in the trash: for who runs the group, and for who began it while they may write there. It can be put back,
 * so it needs nobody else's yes. What lies there already is no reason to refuse.
 */
export function mayTrashDocument(actor: Actor, document: DocumentRelation, { began }: { began: boolean }): Verdict {
  if (document.moderation !== "visible") return "not_found";
  const may = mayWriteInGroup(actor, document.group);
  if (may !== true) return may;
  const among = isAmongWriters(actor, document);
  if (among !== true) return among;
  return began || mayRunGroup(actor, document.group) === true ? true : "forbidden";
}

/** Who sees what lies in the trash of a group: everyone who writes there, and so may have words in it. */
export function maySeeTrash(actor: Actor, group: GroupRelation): Verdict {
  return mayWriteInGroup(actor, group);
}

/** Taking a text out of the trash: everyone who writes in the group; what those who run it put there, they alone. Not after its term. */
export function mayPutBackDocument(actor: Actor, document: DocumentRelation, { byStaff, late }: { byStaff: boolean; late: boolean }): Verdict {
  if (document.moderation !== "visible") return "not_found";
  const may = mayWriteInGroup(actor, document.group);
  if (may !== true) return may;
  const among = isAmongReaders(actor, document);
  if (among !== true) return among;
  if (late) return "too_late";
  return !byStaff || mayRunGroup(actor, document.group) === true ? true : "forbidden";
}

/**
 * A remark of one's own, or an answer to one that is there: never to an answer. Where the group chose so, also for who may
 * only read and takes part in the leerplek: a remark stands there with a name.
 */
export function mayComment(actor: Actor, document: DocumentRelation, answered: { isThread: boolean } | null = null): Verdict {
  const may = mayRemark(actor, document);
  return may !== true || !answered || answered.isThread ? may : "not_found";
}

function mayRemark(actor: Actor, document: DocumentRelation): Verdict {
  const write = mayWriteBesides(actor, document);
  // Nothing else stands in the way of who gets one of these: not muted, and the group is open.
  if (!document.group.readersRemark || (write !== "join_group" && write !== "forbidden")) return write;
  const read = mayReadDocument(actor, document);
  if (read !== true) return read;
  return document.group.space.member ? true : "join_space";
}

/** Saying that a thread is done with, and opening it again: who may write in the text. */
export function mayResolveComment(actor: Actor, document: DocumentRelation, comment: { isThread: boolean }): Verdict {
  const may = mayWriteDocument(actor, document);
  return may !== true || comment.isThread ? may : "not_found";
}

/** Only its author changes a remark, while remarks may be written there. */
export function mayEditComment(actor: Actor, document: DocumentRelation, comment: { mine: boolean; state: "visible" | "hidden" | "removed" }): Verdict {
  const may = mayRemark(actor, document);
  if (may !== true) return may;
  if (!comment.mine) return "forbidden";
  return comment.state === "visible" ? true : "closed";
}

/** The words of a remark before they were changed: for those who run things here. What moderation hid is shown at the desk. */
export function mayReadCommentHistory(actor: Actor, document: DocumentRelation, comment: { state: "visible" | "hidden" | "removed" }): Verdict {
  const read = mayReadDocument(actor, document);
  if (read !== true) return read;
  if (!hasRole(document.group.space, ...staffRoles)) return signedIn(actor) ? "forbidden" : "sign_in";
  return comment.state === "visible" ? true : "not_found";
}

/** Taking one's own remark back is always possible for who still may read: also when muted, closed or paused. */
export function mayRemoveComment(actor: Actor, document: DocumentRelation, comment: { mine: boolean }): Verdict {
  if (!signedIn(actor)) return "sign_in";
  const read = mayReadDocument(actor, document);
  if (read !== true) return read;
  return comment.mine ? true : "forbidden";
}

/** What rules need to know of a proposal. */
export interface ProposalRelation {
  mine: boolean;
  state: "draft" | "open" | "decided" | "withdrawn";
  moderation: "visible" | "hidden" | "removed";
}

/** Proposing a change: everyone who may read the text and has an account, where anything may be written at all. */
export function mayPropose(actor: Actor, document: DocumentRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  const read = mayReadDocument(actor, document);
  if (read !== true) return read;
  const { group } = document;
  if (group.suspended || group.space.suspended) return "suspended";
  if (group.muted || group.space.muted) return "muted";
  const open = isOpenForWriting(group.space);
  if (open !== true) return open;
  return group.archived ? "closed" : true;
}

/** A draft is there for its author alone, and what moderation hid for nobody. */
export function mayReadProposal(actor: Actor, document: DocumentRelation, proposal: ProposalRelation): Verdict {
  const read = mayReadDocument(actor, document);
  if (read !== true) return read;
  return proposal.moderation === "visible" && (proposal.mine || proposal.state !== "draft") ? true : "not_found";
}

/** Sending one's own draft. */
export function maySendProposal(actor: Actor, document: DocumentRelation, proposal: ProposalRelation): Verdict {
  const may = mayPropose(actor, document);
  if (may !== true) return may;
  if (!proposal.mine) return "not_found";
  return proposal.state === "draft" ? true : "already_done";
}

/** Putting a proposal in the text, whole or in parts, or declining it: who may write in the text. */
export function mayDecideProposal(actor: Actor, document: DocumentRelation, proposal: Pick<ProposalRelation, "state">): Verdict {
  const may = mayWriteDocument(actor, document);
  if (may !== true) return may;
  return proposal.state === "open" ? true : "already_decided";
}

/** Taking one's own back is always possible while nobody decided: also when muted, closed or paused. */
export function mayWithdrawProposal(actor: Actor, document: DocumentRelation, proposal: ProposalRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  const read = mayReadDocument(actor, document);
  if (read !== true) return read;
  if (!proposal.mine) return "forbidden";
  return proposal.state === "decided" ? "already_decided" : true;
}

/** Beginning a version that is easy to read: who may write in the text. Such a version has none itself. */
export function mayBeginEasyVersion(actor: Actor, document: DocumentRelation, text: { isEasy: boolean }): Verdict {
  const may = mayWriteDocument(actor, document);
  return may === true && text.isEasy ? "already_done" : may;
}

/** Saying which part of it says what its source says, and taking parts of the source over: who may write in the easy version, and read the source. */
export function mayAlignEasyVersion(actor: Actor, easy: DocumentRelation): Verdict {
  return mayWriteDocument(actor, easy);
}

/** Telling the writers that a text will be public, making it public, and calling that off: for who runs the group. */
export function mayPublish(actor: Actor, document: DocumentRelation): Verdict {
  if (document.moderation !== "visible") return "not_found";
  const may = mayRunGroup(actor, document.group);
  return may === true && document.trashed ? "in_trash" : may;
}

/** Saying whether one's name may stand on it. It stays possible afterwards, also for who has left: it is their name. */
export function mayAnswerNaming(actor: Actor, asked: { wrote: boolean }): Verdict {
  if (!signedIn(actor)) return "sign_in";
  return asked.wrote ? true : "not_found";
}

/** Taking an edition from its public address; also when the leerplek is paused or closed. */
export function mayWithdrawEdition(actor: Actor, group: GroupRelation): Verdict {
  if (!signedIn(actor)) return "sign_in";
  return hasRole(group.space, "space_steward", "facilitator") ? true : "forbidden";
}

/** Editions are public, whoever reads the group they came from; those of a leerplek in preparation are not there yet. */
export function mayReadEdition(actor: Actor, space: GroupRelation["space"]): Verdict {
  return maySeeSpace(actor, space);
}

/** Taking all texts of a leerplek along that one may read, for who runs it; those that one wrote along in, for everyone. Also when it is closed: then it matters most. */
export function mayCarrySpace(actor: Actor, space: GroupRelation["space"], asked: { mine: boolean }): Verdict {
  if (!signedIn(actor)) return "sign_in";
  return asked.mine || hasRole(space, "space_steward", "facilitator") ? true : "forbidden";
}

/** Folding the log, summaries of sessions, deleting what lay in the trash for its term: work of the house itself. */
export function mayKeepDocuments(actor: Actor): Verdict {
  return actor.system ? true : "forbidden";
}
