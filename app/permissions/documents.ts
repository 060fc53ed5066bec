import type { Verdict } from "~/platform/codes";
import { signedIn, type Actor } from "~/platform/actor";
import { mayReadGroup, mayRunGroup, mayWriteInGroup } from "./groups";
import { hasRole, type GroupRelation } from "./relations";
import { maySeeSpace } from "./spaces";

/** What rules need to know of a shared text and of how the actor stands to it. */
export interface DocumentRelation {
  group: GroupRelation;
  moderation: "visible" | "hidden" | "removed";
}

/** A text that moderation hid is there for nobody; the desk shows it with its case. */
export function mayReadDocument(actor: Actor, document: DocumentRelation): Verdict {
  const read = mayReadGroup(actor, document.group);
  if (read !== true || actor.system) return read;
  return document.moderation === "visible" ? true : "not_found";
}

/** Beginning a shared text: everyone who writes in the group. */
export function mayCreateDocument(actor: Actor, group: GroupRelation): Verdict {
  return mayWriteInGroup(actor, group);
}

/** Writing along: every push, the title, and bringing an old version back, which is an edit too. */
export function mayWriteDocument(actor: Actor, document: DocumentRelation): Verdict {
  if (document.moderation !== "visible") return "not_found";
  return mayWriteInGroup(actor, document.group);
}

/** A remark of one's own, or an answer to one that is there: never to an answer. */
export function mayComment(actor: Actor, document: DocumentRelation, answered: { isThread: boolean } | null = null): Verdict {
  const may = mayWriteDocument(actor, document);
  return may !== true || !answered || answered.isThread ? may : "not_found";
}

/** Saying that a thread is done with, and opening it again: who may write in it. */
export function mayResolveComment(actor: Actor, document: DocumentRelation, comment: { isThread: boolean }): Verdict {
  return mayComment(actor, document, comment);
}

/** Taking one's own remark back is always possible for who still may read: also when muted, closed or paused. */
export function mayRemoveComment(actor: Actor, document: DocumentRelation, comment: { mine: boolean }): Verdict {
  if (!signedIn(actor)) return "sign_in";
  const read = mayReadDocument(actor, document);
  if (read !== true) return read;
  return comment.mine ? true : "forbidden";
}

/** Telling the writers that a text will be public, making it public, and calling that off: for who runs the group. */
export function mayPublish(actor: Actor, document: DocumentRelation): Verdict {
  if (document.moderation !== "visible") return "not_found";
  return mayRunGroup(actor, document.group);
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

/** Folding the log, summaries of sessions: work of the house itself. */
export function mayKeepDocuments(actor: Actor): Verdict {
  return actor.system ? true : "forbidden";
}
