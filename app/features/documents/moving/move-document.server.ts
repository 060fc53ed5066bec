import { eq, inArray, sql } from "drizzle-orm";
import { document } from "#db/schema/index";
import { accessGroup, groupsAmong } from "~/features/groups/index.server";
import { mayMoveDocument, mayReadDocument } from "~/permissions/documents";
import { actingRole } from "~/permissions/relations";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { streamId } from "~/platform/streams";
import { aboutFact, aboutText, relationToDocument } from "../access-document.server";
import { MoveDocumentInput } from "../input";
import { findDocument } from "../queries.server";
import { readTreeRows } from "../tree/hold-tree.server";
import { withBeneath } from "../tree/shape";
import { firstTextOfWriters } from "../writing/writers.server";
import { documentMovedAway, documentMovedForYou, documentMovedHere } from "./facts";

/**
 * Moves a text to another group of the same leerplek, at the end of what stands at its top, with its remarks, versions and
 * pictures; what stands beneath it goes along or stays behind at the top. Its address stays; whoever has it open is judged
 * again as a member of that group, and those who wrote along are told. Moving it to where it stands changes nothing.
 * @throws AppError `wider_audience` when somebody would read it who could not before; `too_many_here`; `forbidden`, `closed` … from the rule.
 */
export const moveDocument = defineAction({
  name: "document.move",
  input: MoveDocumentInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessBoth(ctx, input.document, input.to),
  allow: (actor, loaded, input) => {
    const along = alongOf(loaded, input).map((row) => relationToDocument(row, loaded.stands));
    return mayMoveDocument(actor, loaded.relation, { group: loaded.to.relation, membersAmong: loaded.membersAmong, along });
  },
  run: async (ctx, { input, loaded, fact }) => {
    const { to, space, tree } = loaded;
    const { id, groupId } = loaded.document;
    if (groupId === to.group.id) return { id };
    const beneath = withBeneath(tree.filter((row) => row.groupId === groupId), id).slice(1);
    const along = alongOf(loaded, input);
    const before = tree.filter((row) => row.groupId === to.group.id).length;
    if (along.length >= limits.documentsMovedAtOnce || before + along.length >= limits.documentsInTree) throw new AppError("too_many_here");
    const staying = beneath.filter((row) => row.parentId === id && !along.includes(row)).map((row) => row.id);
    if (staying.length > 0) await ctx.db.update(document).set({ parentId: null, position: null }).where(inArray(document.id, staying));
    const gone = { groupId: to.group.id, rev: sql`${document.rev} + 1` };
    await ctx.db.update(document).set({ ...gone, parentId: null, position: null }).where(eq(document.id, id));
    if (along.length > 0) await ctx.db.update(document).set(gone).where(inArray(document.id, along.map((row) => row.id)));
    const moved = [loaded.document, ...along];
    const there = { spaceId: space.id, groupId: to.group.id, role: actingRole(to.relation.space) };
    for (const row of moved) {
      fact(documentMovedAway, { ...aboutFact({ ...loaded, document: row }), data: {} });
      fact(documentMovedHere, { ...aboutText({ ...row, groupId: to.group.id }), role: there.role, data: {} });
    }
    for (const [writer, one] of await firstTextOfWriters(ctx, moved.map((row) => row.id))) {
      if (writer !== ctx.actor.actorId) fact(documentMovedForYou, { ...there, stream: streamId("person", writer), object: { kind: "document", id: one }, data: { document: one } });
    }
    return { id };
  },
});

/**
 * A text with all those of its group and of the one where it goes: what grants the right is held first, then the texts, in
 * ascending id. @throws AppError as `accessDocument`; `not_found` for a group of another leerplek, `stale` when it moved at this very moment.
 */
async function accessBoth(ctx: Ctx, id: string, groupId: string) {
  const to = await accessGroup(ctx, groupId);
  const found = await findDocument(ctx, id);
  if (!found) throw new AppError("not_found");
  const accessed = await accessGroup(ctx, found.groupId);
  const tree = await readTreeRows(ctx, [accessed, to]);
  const row = tree.find((one) => one.id === id);
  if (!row || (row.groupId !== found.groupId && row.groupId !== groupId)) throw new AppError("stale");
  const relation = relationToDocument(row, row.groupId === groupId ? to : accessed);
  const verdict = mayReadDocument(ctx.actor, relation);
  if (verdict !== true) throw new AppError(verdict);
  if (to.space.id !== accessed.space.id) throw new AppError("not_found");
  const membersAmong = row.groupId === groupId || (await groupsAmong(ctx, [groupId], row.groupId)).has(groupId);
  return { ...accessed, document: row, relation, stands: accessed, to, tree, membersAmong };
}

/** What goes along, of what stands beneath it: also texts that the actor does not see. Nothing once it is there. */
function alongOf({ tree, document: { id, groupId }, to }: Awaited<ReturnType<typeof accessBoth>>, { beneath }: { beneath: "along" | "stay" }) {
  if (beneath === "stay" || groupId === to.group.id) return [];
  return withBeneath(tree.filter((row) => row.groupId === groupId), id).slice(1);
}
