import type { Verdict } from "~/platform/codes";
import { signedIn, type Actor } from "~/platform/actor";
import type { DocumentRelation } from "./documents";
import { mayRunGroup, mayWriteInGroup } from "./groups";
import { hasRole } from "./relations";

/** Who reads a text: everyone who reads its group, the members of the group alone, or some of them. */
export const textReaders = ["group", "members", "few"] as const;
export type TextReaders = (typeof textReaders)[number];

/** Who writes in it: everyone of its readers who writes in the group, or some members. */
export const textWriters = ["group", "few"] as const;
export type TextWriters = (typeof textWriters)[number];

/** How far a text is narrowed within its group. Who runs the group always reads and writes along. */
export interface DocumentAccess {
  readBy: TextReaders;
  writtenBy: TextWriters;
  /** The actor is one of the few who were named. */
  named: boolean;
}

const runsGroup = ({ group }: DocumentRelation) => hasRole(group.space, "space_steward", "facilitator");

/** Of who may read the group: whether this text of it is for them too. */
export function isAmongReaders(actor: Actor, document: DocumentRelation): Verdict {
  const { group, readBy, named } = document;
  if (readBy === "group" || actor.system) return true;
  // Who may still read along from outside reads no more than everyone.
  if (group.suspended || group.space.suspended) return "not_found";
  if (runsGroup(document)) return true;
  if (readBy === "members") return group.member ? true : signedIn(actor) ? "join_group" : "sign_in";
  if (!group.member) return "not_found";
  return named ? true : "for_few";
}

/** Of who may write in the group: whether they may in this text of it. */
export function isAmongWriters(actor: Actor, document: DocumentRelation): Verdict {
  const read = isAmongReaders(actor, document);
  if (read !== true) return read;
  if (document.writtenBy === "group" || runsGroup(document) || document.named) return true;
  return "few_write";
}

/** What somebody chose for a text. */
export interface WantedAccess {
  readBy: TextReaders;
}

/**
 * Choosing who of the group reads a text and who writes in it: for who runs the group, and for who began it while they write
 * in it. Who reads only ever narrows: what was written for fewer is not shown to more; but one of the group may be named.
 */
export function mayNarrowDocument(actor: Actor, document: DocumentRelation, asked: { began: boolean; isEasy: boolean; wanted: WantedAccess | null }): Verdict {
  if (document.moderation !== "visible") return "not_found";
  const write = mayWriteInGroup(actor, document.group);
  if (write !== true) return write;
  const among = isAmongWriters(actor, document);
  if (among !== true) return among;
  if (document.trashed) return "in_trash";
  if (!asked.began && mayRunGroup(actor, document.group) !== true) return "forbidden";
  if (asked.isEasy) return "follows_source";
  return asked.wanted && textReaders.indexOf(asked.wanted.readBy) < textReaders.indexOf(document.readBy) ? "not_for_more" : true;
}
