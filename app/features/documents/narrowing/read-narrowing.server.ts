import { namesInGroups, readPlace, whoReads, type NamedMember, type Place, type Readers } from "~/features/groups/index.server";
import { mayNarrowDocument, textReaders, type TextReaders, type TextWriters } from "~/permissions/document-access";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessDocument } from "../access-document.server";
import { findTie } from "../easy/find-easy.server";

/** Who reads a text and who writes in it, as somebody may choose that. */
export interface NarrowingForm {
  document: { id: string; title: string; rev: number };
  place: Place;
  readBy: TextReaders;
  writtenBy: TextWriters;
  /** What may be chosen now, the widest first, with who that is; null for who is chosen below. */
  choices: { readBy: TextReaders; readers: Readers | null }[];
  /** Members of the group, by name; without who chooses when they are among them anyway. */
  people: { id: string; name: string; chosen: boolean }[];
}

/** The source of an easy version: that is where its readers are chosen. */
export interface FollowsSource {
  source: string;
}

/** @throws AppError as `accessDocument`, or the rule's code. */
export async function readNarrowing(ctx: Ctx, id: string): Promise<NarrowingForm | FollowsSource> {
  const accessed = await accessDocument(ctx, id);
  const { document: row, relation, group, space, membership } = accessed;
  const tie = await findTie(ctx, id);
  if (tie?.easyId === id) return { source: tie.sourceId };
  const may = (readBy: TextReaders) => mayNarrowDocument(ctx.actor, relation, { began: row.authorActor === ctx.actor.actorId, isEasy: false, wanted: { readBy } });
  const now = may(row.readBy);
  if (now !== true) throw new AppError(now);
  const members = (await namesInGroups(ctx, [group.id])).get(group.id) ?? [];
  const readersOf = { group: await whoReads(ctx, accessed), members: await whoReads(ctx, { group: { ...group, visibility: "members" }, space }), few: null };
  // Before anybody was chosen: who began it, so that they are not left out by oversight.
  const isChosen = (one: NamedMember) => (row.writtenBy === "few" ? row.few.includes(one.membershipId) : one.actorId === row.authorActor);
  // In a closed group its members are everyone who reads it.
  const offered = textReaders.filter((one) => may(one) === true && (one !== "members" || row.readBy === "members" || readersOf.group.who !== "group"));
  return {
    document: { id, title: row.title, rev: row.rev },
    place: await readPlace(ctx, accessed),
    readBy: row.readBy,
    writtenBy: row.writtenBy,
    choices: offered.map((readBy) => ({ readBy, readers: readersOf[readBy] })),
    people: members
      .filter(({ membershipId }) => membershipId !== membership?.id)
      .map((one) => ({ id: one.membershipId, name: one.shownName, chosen: isChosen(one) }))
      .sort((a, b) => a.name.localeCompare(b.name, "nl") || a.id.localeCompare(b.id)),
  };
}
